import type { CollectionConfig, Field, FieldAccess, Tab } from 'payload';

import { showReadableOnly } from '../hooks/showReadableOnly';
import { seesDrafts } from './who';

/** Why readers may have a field. */
export interface PublicField {
  why: string;
  /**
   * For what points at other documents: they may be hidden although this one is not. Readers get the
   * ids of those that they can read, and cannot sort or filter by any of them.
   */
  mayPointAtHidden?: true;
}

/** It is in the content of an edition, and so in the hash that was approved. */
const edition: PublicField = { why: 'in the edition' };
/** It is what an editor released, or what an edition showed when the record became public. */
const face: PublicField = { why: 'in the released face' };
const fact = (why: string): PublicField => ({ why });

/**
 * All that readers get of a document over REST and GraphQL, by collection and path. A field that is
 * not here is the newsroom's, also one that is added later. Collections that are not here show
 * nothing to readers at all.
 */
export const PUBLIC_FIELDS: Readonly<Record<string, Readonly<Record<string, PublicField>>>> = {
  articles: {
    headline: edition,
    webHeadline: edition,
    socialHeadline: edition,
    seoTitle: edition,
    seoDescription: edition,
    standfirst: edition,
    slug: edition,
    kind: edition,
    language: edition,
    dateline: edition,
    'bylines.person': edition,
    'bylines.name': edition,
    topics: edition,
    leadImage: edition,
    leadImageCaption: edition,
    leadImageCredit: edition,
    'origin.publisher': edition,
    'origin.url': edition,
    'origin.copyrightLine': edition,
    'origin.copyrightYear': edition,
    'origin.licence': edition,
    sections: edition,
    relatedArticles: { ...edition, mayPointAtHidden: true },
    'workflow.publicationState': fact('says that it is live; what is not live is not shown'),
    'workflow.firstPublishedAt': fact('when readers first got it'),
    'workflow.publishedAt': fact('when readers got this edition'),
    'workflow.withdrawalNotice': fact('written for readers'),
    'corrections.at': fact('the public ledger of changes'),
    'corrections.kind': fact('the public ledger of changes'),
    'corrections.note': fact('the public ledger of changes'),
    'corrections.editionNumber': fact('the public ledger of changes'),
    'corrections.changed': fact('the public ledger of changes'),
  },
  sections: {
    heading: edition,
    body: edition,
    quotes: edition,
    people: edition,
    article: fact('the article that shows it, which is live'),
  },
  quotes: {
    text: edition,
    speaker: edition,
    speakerRole: edition,
    attribution: edition,
    kind: edition,
    language: edition,
    'occasion.name': edition,
    'occasion.date': edition,
    'occasion.place': edition,
    'occasion.medium': edition,
    'evidence.url': edition,
    'evidence.timecode': edition,
    'verification.status': edition,
  },
  people: {
    name: face,
    aliases: face,
    'roles.title': face,
    'roles.organisation': face,
    'roles.from': face,
    'roles.to': face,
    wikidataId: face,
    biography: face,
    portrait: { ...face, mayPointAtHidden: true },
    'links.label': face,
    'links.url': face,
    slug: face,
    isPublic: fact('true of all that readers get'),
  },
  topics: {
    name: face,
    description: face,
    parent: { ...face, mayPointAtHidden: true },
    children: { ...face, mayPointAtHidden: true },
    iptcCode: face,
    slug: face,
    isPublic: fact('true of all that readers get'),
  },
  media: {
    alt: face,
    caption: face,
    credit: face,
    isPublic: fact('true of all that readers get'),
  },
};

/** What Payload adds to documents by itself. Of a file: it says no more than the public file does. */
export const FACTS_OF_PAYLOAD: Readonly<Record<string, string>> = {
  id: 'names the document',
  createdAt: 'its id says the same',
  updatedAt: 'when readers last got something else of it',
  _status: 'published, of all that readers get',
  deletedAt: 'empty, of all that readers get',
  url: 'of the public file',
  thumbnailURL: 'of the public file',
  storedAs: 'the name of the public file in its address',
  mimeType: 'of the public file',
  filesize: 'of the public file',
  width: 'of the public file',
  height: 'of the public file',
  focalX: 'of the public file',
  focalY: 'of the public file',
  sizes: 'of the public file',
};

/** Closes to readers every field of a collection that is not declared public. */
export function withPublicFields(collection: CollectionConfig): CollectionConfig {
  const declared = PUBLIC_FIELDS[collection.slug];
  if (!declared) return collection;
  return { ...collection, fields: closed(collection.fields, '', declared) };
}

const draftReaders: FieldAccess = ({ req }) => seesDrafts(req.user);

type Declared = Readonly<Record<string, PublicField>>;

function closed(fields: readonly Field[], prefix: string, declared: Declared): Field[] {
  return fields.map((field) => closedField(field, prefix, declared));
}

function closedField(field: Field, prefix: string, declared: Declared): Field {
  if (field.type === 'ui') return field;
  if (field.type === 'tabs') {
    const tabs = field.tabs.map((tab): Tab => {
      const within = 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix;
      return { ...tab, fields: closed(tab.fields, within, declared) };
    });
    return { ...field, tabs };
  }
  if (!('name' in field) || !field.name) {
    return 'fields' in field ? { ...field, fields: closed(field.fields, prefix, declared) } : field;
  }
  const path = `${prefix}${field.name}`;
  if (path in FACTS_OF_PAYLOAD) return field;
  const isPublic = Object.keys(declared).some(
    (each) => each === path || each.startsWith(`${path}.`),
  );
  const own = 'access' in field ? field.access : undefined;
  const hooks = 'hooks' in field ? field.hooks : undefined;
  return {
    ...field,
    ...(isPublic ? {} : { access: { ...own, read: own?.read ?? draftReaders } }),
    ...(declared[path]?.mayPointAtHidden && field.type !== 'join'
      ? { hooks: { ...hooks, afterRead: [...(hooks?.afterRead ?? []), showReadableOnly] } }
      : {}),
    ...('fields' in field ? { fields: closed(field.fields, `${path}.`, declared) } : {}),
  } as Field;
}
