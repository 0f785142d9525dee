import type { SelectField } from 'payload';

/** BCP 47 tags of the languages a newsroom can write in; the list is the one place to add another. */
const LANGUAGES = [
  { label: 'English', value: 'en' },
  { label: 'German', value: 'de' },
  { label: 'French', value: 'fr' },
  { label: 'Spanish', value: 'es' },
  { label: 'Italian', value: 'it' },
  { label: 'Portuguese', value: 'pt' },
  { label: 'Dutch', value: 'nl' },
  { label: 'Polish', value: 'pl' },
  { label: 'Ukrainian', value: 'uk' },
];

export function language({ description }: { description: string }): SelectField {
  return {
    name: 'language',
    type: 'select',
    defaultValue: 'en',
    options: LANGUAGES,
    admin: { description },
  };
}
