/**
 * What becomes of a character that nobody sees, in each text of what an edition is made of.
 * `refused`: it is not saved; `marked`: it is saved, shown as a mark where the text is approved, and
 * told before submission; `free`: nobody but the newsroom reads it.
 */
export type CharacterRule = 'refused' | 'marked' | 'free';

/**
 * One line of a story, or words that are compared and cited letter by letter: whatever is hidden in
 * it makes two texts that look alike differ, or shows readers another order than was approved.
 */
const line = 'refused';
/** Running text: what somebody writes must not be lost for a character that came with a paste. */
const text = 'marked';
/** Kept as its source has it, for the newsroom alone. */
const internal = 'free';
/** Written by the machine, or checked by a form of its own. */
const ours = 'free';

/** By collection and path; the rows of a list share one path. A test names a field that is missing. */
export const FIELD_CHARACTERS: Readonly<Record<string, Readonly<Record<string, CharacterRule>>>> = {
  articles: {
    headline: line,
    standfirst: line,
    webHeadline: line,
    socialHeadline: line,
    seoTitle: line,
    seoDescription: line,
    slug: line,
    dateline: line,
    'bylines.name': line,
    leadImageCaption: line,
    leadImageCredit: line,
    'origin.publisher': line,
    'origin.url': line,
    'origin.copyrightLine': line,
    'origin.licence': line,
    'origin.externalId': ours,
    'origin.editorialNote': internal,
    'change.note': text,
  },
  sections: { heading: line, body: text },
  quotes: {
    text: line,
    attribution: line,
    speakerRole: line,
    'occasion.name': line,
    'occasion.place': line,
    'evidence.url': line,
    'evidence.timecode': line,
    'evidence.passage': internal,
    'verification.note': internal,
    'vouching.source': line,
    'vouching.url': line,
    'vouching.place': line,
    'vouching.translatedBy': line,
    'vouching.translatedFrom': line,
    'vouching.byName': ours,
    'vouching.note': internal,
  },
  people: {
    name: line,
    aliases: line,
    'roles.title': line,
    'roles.organisation': line,
    wikidataId: line,
    biography: text,
    'links.label': line,
    'links.url': line,
    slug: line,
  },
  topics: { name: line, description: text, iptcCode: line, slug: line },
  media: { alt: line, caption: line, credit: line, rights: internal },
};

/** What becomes of hidden characters in a field; `path` may count the rows of lists. */
export function characterRule(collection: string, path: string): CharacterRule {
  return FIELD_CHARACTERS[collection]?.[path.replace(/\.\d+(?=\.|$)/g, '')] ?? ours;
}
