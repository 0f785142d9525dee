import type { QuoteLanguage } from '../quotes/FoundQuote';

const LANGUAGES: readonly QuoteLanguage[] = ['en', 'fr', 'de', 'es'];

/** The language (BCP 47) whose marks and speech verbs are known; English for every other one. */
export function quoteLanguage(language: string | null | undefined): QuoteLanguage {
  const primary = (language ?? '').slice(0, 2).toLowerCase();
  return LANGUAGES.find((known) => known === primary) ?? 'en';
}
