import type { CollectionSlug, PayloadRequest } from 'payload';

import { idOf } from '../domain/edition/WorkingCopy';
import type { EditionContent } from '../domain/edition/EditionContent';
import type { Article, Edition } from '../payload-types';
import type { EditionDocuments } from './freezeEdition';
import { writeFields } from './writeFields';

/** What the system keeps for itself and an edition must not bring back from the past. */
const OWN_FIELDS = ['id', 'workflow', 'revision', 'createdAt', 'updatedAt', 'deletedAt', '_status'];

/**
 * Points readers at an edition, in Payload's own sense too: the stored article, sections and quotes
 * become exactly the edition's documents with `_status: 'published'`, so that REST, GraphQL and the
 * delivery API agree. Newer drafts live in the versions and stay what they are; where the newest
 * version is the edition itself, it is marked as published.
 */
export async function showToReaders({
  article,
  edition,
  previous,
  workflow,
  req,
}: {
  /** The working copy's article. */
  article: Article;
  edition: Edition;
  /** The edition that readers saw until now, if any: what only it held is hidden from them. */
  previous: Edition | null;
  /** The article's workflow fields from now on. */
  workflow: Article['workflow'];
  req: PayloadRequest;
}): Promise<void> {
  const documents = edition.documents as unknown as EditionDocuments;
  await publishDocument({ collection: 'articles', document: documents.article, req, workflow });
  for (const section of documents.sections) {
    await publishDocument({ collection: 'sections', document: section, req });
  }
  for (const quote of documents.quotes) {
    await publishDocument({ collection: 'quotes', document: quote, req });
  }
  if (previous) await hideDropped({ before: previous, after: documents, req });
  await setPublic({ content: edition.content as unknown as EditionContent, req });
  await keepSlug({ articleId: article.id, slug: String(documents.article.slug), req });
}

async function publishDocument({
  collection,
  document,
  workflow,
  req,
}: {
  collection: 'articles' | 'sections' | 'quotes';
  document: Record<string, unknown>;
  workflow?: Article['workflow'];
  req: PayloadRequest;
}): Promise<void> {
  const id = String(document.id);
  const content = Object.fromEntries(
    Object.entries(document).filter(([name]) => !OWN_FIELDS.includes(name)),
  );
  const published = { ...content, ...(workflow ? { workflow } : {}), _status: 'published' };
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const newest = docs[0] as { revision?: number | null } | undefined;
  const isNewest = newest?.revision === document.revision;
  await writeFields({
    collection,
    id,
    stored: { ...published, revision: newest?.revision ?? document.revision },
    newest: isNewest ? published : workflow ? { workflow } : undefined,
    req,
  });
}

/** Sections left out of the new edition are hidden, and quotes that no published section uses now. */
async function hideDropped({
  before,
  after,
  req,
}: {
  before: Edition;
  after: EditionDocuments;
  req: PayloadRequest;
}): Promise<void> {
  const old = before.documents as unknown as EditionDocuments;
  const kept = new Set([...after.sections, ...after.quotes].map(({ id }) => id));
  for (const { id } of old.sections) {
    if (!kept.has(id)) await hideDocument({ collection: 'sections', id: String(id), req });
  }
  for (const { id } of old.quotes) {
    if (kept.has(id)) continue;
    const { docs: users } = await req.payload.find({
      collection: 'sections',
      where: { and: [{ quotes: { in: [id] } }, { _status: { equals: 'published' } }] },
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
      req,
    });
    if (users.length === 0) await hideDocument({ collection: 'quotes', id: String(id), req });
  }
}

async function hideDocument({
  collection,
  id,
  req,
}: {
  collection: 'sections' | 'quotes';
  id: string;
  req: PayloadRequest;
}): Promise<void> {
  const hidden = { _status: 'draft' };
  await writeFields({ collection, id, stored: hidden, newest: hidden, req });
}

/** People, topics and images become visible with the first live article that uses them. */
async function setPublic({
  content,
  req,
}: {
  content: EditionContent;
  req: PayloadRequest;
}): Promise<void> {
  const shown: [CollectionSlug, string[]][] = [
    [
      'people',
      [
        ...content.people.map(({ id }) => id),
        ...content.bylines.flatMap(({ person }) => person?.id ?? []),
      ],
    ],
    ['topics', content.topics.map(({ id }) => id)],
    ['media', [...(content.leadImage ? [content.leadImage] : []), ...content.images].map(({ id }) => id)],
  ];
  for (const [collection, ids] of shown) {
    for (const id of ids) await writeFields({ collection, id, stored: { isPublic: true }, req });
  }
}

async function keepSlug({
  articleId,
  slug,
  req,
}: {
  articleId: string;
  slug: string;
  req: PayloadRequest;
}): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'slugs',
    where: { slug: { equals: slug } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const row = docs[0];
  if (row && idOf(row.article) === articleId) {
    await writeFields({ collection: 'slugs', id: row.id, stored: { wasPublished: true }, req });
  } else if (!row) {
    await req.payload.create({
      collection: 'slugs',
      data: { slug, article: articleId, wasPublished: true },
      overrideAccess: true,
      req,
    });
  }
}
