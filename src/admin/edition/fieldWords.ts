import type { EditionField } from '../../domain/edition/EditionField';
import type { EditionPart } from '../../domain/edition/editionFields';
import { labelOf } from '../../domain/edition/labelOf';
import { english } from '../words/english';
import type { Say, WordKey } from '../words/useWords';
import { nameOfId, type Reading } from './reading';

/** Fields that stand beside those of an edition: whose work an article is. */
const OTHERS = {
  assignedTo: 'field:assignedTo',
  deadline: 'field:deadline',
} as const satisfies Record<string, WordKey>;

/** A field as its form calls it; one that has no name there as it is written: "Lead image". */
export function nameOf(
  part: EditionPart,
  field: string,
  { say, language }: { say: Say; language: string },
): string {
  const label = labelOf(part, field);
  if (label) return language.startsWith('de') ? label.de : label.en;
  const key = Object.entries(OTHERS).find(([name]) => name === field)?.[1];
  if (key) return say(key);
  const spaced = field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Whether there is nothing to be shown of a value. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A value in words, by the type of its field. */
export function valueInWords(field: EditionField | null, value: unknown, reading: Reading): string {
  const { say, language } = reading;
  if (isEmpty(value)) return say('diff:empty');
  if (field?.type === 'ids')
    return (value as string[]).map((id) => nameOfId(id, reading) ?? id).join(' · ');
  if (typeof value !== 'string') return inWords(value, say);
  switch (field?.type) {
    case 'choice':
      return choiceInWords(value, say);
    case 'language':
      return languageInWords(value, language);
    case 'day':
      return dateInWords(value, language, { dateStyle: 'long', timeZone: 'UTC' });
    case 'instant':
      return dateInWords(value, language, { dateStyle: 'long', timeStyle: 'short' });
    default:
      return nameOfId(value, reading) ?? value;
  }
}

/** A choice as its form calls it; one that has no word here as it is written. */
function choiceInWords(value: string, say: Say): string {
  const group = (['kind', 'choice', 'verification'] as const).find((name) =>
    Object.hasOwn(english[name], value),
  );
  return group ? say(`${group}:${value}` as WordKey) : value;
}

function languageInWords(value: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(value) ?? value;
  } catch {
    return value;
  }
}

function dateInWords(value: string, language: string, style: Intl.DateTimeFormatOptions): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : date.toLocaleString(language, style);
}

/** A value of which nothing is known but what it is. */
export function inWords(value: unknown, say: Say): string {
  if (isEmpty(value)) return say(Array.isArray(value) ? 'diff:none' : 'diff:empty');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((one) => inWords(one, say)).join(', ');
  const { name, headline, text, filename, title, url } = value as Record<string, unknown>;
  const known = [name, headline, text, filename, title, url].find(
    (word) => typeof word === 'string',
  );
  return typeof known === 'string' ? known : JSON.stringify(value);
}
