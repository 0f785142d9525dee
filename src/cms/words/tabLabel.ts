/** The name of a page of a document, in the language of who looks; the words are the panel's own. */
export function tabLabel(name: 'story' | 'details' | 'quotations' | 'history') {
  return ({ t }: { t: (key: never) => string }): string => t(`standfirst:tab:${name}` as never);
}
