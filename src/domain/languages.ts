/** BCP 47 tags of the languages a newsroom can write in; the list is the one place to add another. */
export const LANGUAGES = [
  { label: 'English', value: 'en' },
  { label: 'German', value: 'de' },
  { label: 'French', value: 'fr' },
  { label: 'Spanish', value: 'es' },
  { label: 'Italian', value: 'it' },
  { label: 'Portuguese', value: 'pt' },
  { label: 'Dutch', value: 'nl' },
  { label: 'Polish', value: 'pl' },
  { label: 'Ukrainian', value: 'uk' },
] as const;

/** The newsroom's language for a tag of a source ("en-GB" is English); null for one it has not. */
export function newsroomLanguage(tag: string | null) {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find(({ value }) => value === primary)?.value ?? null;
}
