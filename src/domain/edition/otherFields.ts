import type { EditionPart } from './editionFields';
import { EDIT_PLACES, type EditPlace } from './EditionField';
import { fieldsByPlace } from './labelOf';

/** The collections that an edition is made of, and the part that each document of them becomes. */
export const PART_OF_COLLECTION = {
  articles: 'article',
  sections: 'section',
  quotes: 'quote',
  people: 'person',
  topics: 'topic',
  media: 'image',
} as const satisfies Record<string, EditionPart>;

export type EditionCollection = keyof typeof PART_OF_COLLECTION;

/**
 * Who may read a field that no edition holds: `newsroom`, people of the newsroom alone; `face`,
 * readers too, in the released public face of a person, a topic or an image; `readers`, everybody,
 * because it says something about a publication that is public anyway.
 */
export interface OtherField {
  readBy: 'newsroom' | 'face' | 'readers';
  reason: string;
  place?: EditPlace;
}

const counted: OtherField = { readBy: 'newsroom', reason: 'Counts saves, to refuse stale ones.' };
const author: OtherField = { readBy: 'newsroom', reason: 'Who saved this version.' };
const times: Record<'createdAt' | 'updatedAt', OtherField> = {
  createdAt: { readBy: 'readers', reason: 'Kept by Payload; says nothing about the content.' },
  updatedAt: { readBy: 'readers', reason: 'When readers last got something new.' },
};
const status: Record<'_status' | 'deletedAt', OtherField> = {
  _status: { readBy: 'readers', reason: 'Payload’s mark of what is published.' },
  deletedAt: { readBy: 'readers', reason: 'Empty on everything that readers can see.' },
};
const contributors: OtherField = {
  readBy: 'newsroom',
  reason: 'Who changed it: none of them approves it alone.',
};
const waits: OtherField = {
  readBy: 'newsroom',
  reason: 'Whether the newest version waits for an editor’s release.',
};
const use: OtherField = { readBy: 'readers', reason: 'True on everything that readers can see.' };

/**
 * Every field of the collections of an edition that `editionFields` does not declare, with the reason
 * why an approval does not bind it. A path covers what is below it. A test fails for a field that is
 * in neither table.
 */
export const otherFields: Readonly<
  Record<EditionCollection, Readonly<Record<string, OtherField>>>
> = {
  articles: {
    ...times,
    ...status,
    revision: counted,
    savedBy: author,
    embargoUntil: {
      readBy: 'newsroom',
      reason: 'A guard of publication, looked at again whenever something becomes public.',
      place: 'checks',
    },
    flags: {
      readBy: 'newsroom',
      reason: 'Checks and hold: guards of publication, looked at again each time.',
      place: 'checks',
    },
    'origin.externalId': { readBy: 'newsroom', reason: 'How an import finds its article.' },
    'origin.contentHash': { readBy: 'newsroom', reason: 'What an import brought last.' },
    'origin.editorialNote': { readBy: 'newsroom', reason: 'What the source says to editors.' },
    'origin.publishedAt': { readBy: 'newsroom', reason: 'When the source published it.' },
    'origin.folder': { readBy: 'newsroom', reason: 'Tells files of one name apart.' },
    'origin.version': { readBy: 'newsroom', reason: 'Of the story at its source.' },
    'origin.versionAt': { readBy: 'newsroom', reason: 'Of the story at its source.' },
    'origin.receipt': { readBy: 'newsroom', reason: 'What an import left out.' },
    'origin.formHash': { readBy: 'newsroom', reason: 'What an import brought last.' },
    assignedTo: { readBy: 'newsroom', reason: 'Whose work it is.' },
    deadline: { readBy: 'newsroom', reason: 'When it is to be ready.' },
    workflow: {
      readBy: 'newsroom',
      reason: 'Where the article stands: written by actions only.',
    },
    'workflow.publicationState': {
      readBy: 'readers',
      reason: 'Whether readers see it, which they see.',
    },
    'workflow.firstPublishedAt': { readBy: 'readers', reason: 'When it first went out.' },
    'workflow.publishedAt': { readBy: 'readers', reason: 'When this edition went out.' },
    'workflow.withdrawalNotice': {
      readBy: 'readers',
      reason: 'What readers find instead; written with the withdrawal.',
    },
    corrections: {
      readBy: 'readers',
      reason: 'The ledger of published changes: written by publishing, from approved notes.',
    },
    quoteOverrides: { readBy: 'newsroom', reason: 'What editors decided about findings.' },
  },
  sections: {
    ...times,
    ...status,
    revision: counted,
    savedBy: author,
    article: { readBy: 'readers', reason: 'The article that it belongs to, which shows it.' },
    label: { readBy: 'newsroom', reason: 'How the panel calls it: heading and article.' },
    media: { readBy: 'newsroom', reason: 'An index of the images in its body.' },
    quotations: { readBy: 'newsroom', reason: 'Where the quotations stand in its body.' },
  },
  quotes: {
    ...times,
    ...status,
    revision: counted,
    savedBy: author,
    'evidence.file': { readBy: 'newsroom', reason: 'A recording may name a source.' },
    'evidence.passage': { readBy: 'newsroom', reason: 'A passage may name a source.' },
    'verification.by': { readBy: 'newsroom', reason: 'Who checked it; the audit keeps it.' },
    'verification.at': { readBy: 'newsroom', reason: 'When it was checked; the audit keeps it.' },
    'verification.note': { readBy: 'newsroom', reason: 'Between fact-checker and newsroom.' },
    'vouching.by': {
      readBy: 'newsroom',
      reason: 'Whose account it is; the name is in the edition.',
    },
    'vouching.at': { readBy: 'newsroom', reason: 'When; the audit keeps it.' },
    'vouching.note': { readBy: 'newsroom', reason: 'What ended an earlier vouching.' },
    'vouching.bound': { readBy: 'newsroom', reason: 'The seal of the vouching, part by part.' },
    'verification.bound': { readBy: 'newsroom', reason: 'The seal of the verdict, part by part.' },
    'verification.disputedWords': { readBy: 'newsroom', reason: 'Looked at again at each step.' },
    wordsKey: { readBy: 'newsroom', reason: 'An index of its words.' },
    usedIn: { readBy: 'newsroom', reason: 'The other side of a section’s list.' },
  },
  people: {
    ...times,
    ...status,
    revision: counted,
    savedBy: author,
    isPublic: use,
    contributors,
    faceWaits: waits,
    aliases: { readBy: 'face', reason: 'Shown on the page of the person alone.' },
    roles: {
      readBy: 'face',
      reason: 'An edition holds the role of its day; the page of the person has all.',
    },
    biography: { readBy: 'face', reason: 'Shown on the page of the person alone.' },
    portrait: { readBy: 'face', reason: 'Shown on the page of the person alone.' },
    links: { readBy: 'face', reason: 'Shown on the page of the person alone.' },
    speaksIn: { readBy: 'newsroom', reason: 'The other side of a quote’s speaker.' },
    mentionedIn: { readBy: 'newsroom', reason: 'The other side of a section’s list.' },
  },
  topics: {
    ...times,
    ...status,
    revision: counted,
    savedBy: author,
    isPublic: use,
    contributors,
    faceWaits: waits,
    description: { readBy: 'face', reason: 'Shown on the page of the topic alone.' },
    parent: { readBy: 'face', reason: 'The tree of topics, released topic by topic.' },
    children: { readBy: 'face', reason: 'The other side of the tree.' },
  },
  media: {
    ...times,
    ...status,
    revision: counted,
    savedBy: author,
    isPublic: use,
    contributors,
    faceWaits: waits,
    storedAs: { readBy: 'readers', reason: 'The name of the public file in its address.' },
    original: { readBy: 'newsroom', reason: 'What the camera wrote stays inside.' },
    crop: { readBy: 'newsroom', reason: 'How the public file was made of the original.' },
    endTold: { readBy: 'newsroom', reason: 'Which end of rights was told to the newsroom.' },
    rights: { readBy: 'newsroom', reason: 'What we may do with it, agreed with its owner.' },
    filename: { readBy: 'readers', reason: 'What the newsroom calls it.' },
    filesize: { readBy: 'readers', reason: 'Follows from the bytes, which are bound.' },
    thumbnailURL: { readBy: 'readers', reason: 'The address of one of the sizes.' },
  },
};

/** Part by part, the fields of an article's form: those of its editions and the others. */
export function formFields(): readonly string[][] {
  const declared = new Map(fieldsByPlace());
  const others = Object.entries(otherFields.articles);
  return EDIT_PLACES.map((place) => [
    ...(declared.get(place) ?? []),
    ...others.flatMap(([name, field]) => (field.place === place ? [name] : [])),
  ]);
}
