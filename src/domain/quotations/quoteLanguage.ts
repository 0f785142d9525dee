import type { QuoteLanguage } from '../quotes/FoundQuote';
import { detectLanguage } from '../story/detectLanguage';

const LANGUAGES: readonly QuoteLanguage[] = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'fi',
];

/** The language (BCP 47) whose marks and speech verbs are known; English for every other one. */
export function quoteLanguage(language: string | null | undefined): QuoteLanguage {
  const primary = (language ?? '').slice(0, 2).toLowerCase();
  return LANGUAGES.find((known) => known === primary) ?? 'en';
}

/** Whether speakers are looked for in a language. */
export function isQuoteLanguage(language: string | null): boolean {
  return LANGUAGES.some((known) => known === language);
}

/** The language that a text is read in: its own, where it shows; else the one that somebody chose. */
export function languageOfText(text: string, chosen: string | null | undefined): QuoteLanguage {
  return quoteLanguage(detectLanguage(text) ?? chosen);
}
