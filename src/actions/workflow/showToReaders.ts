import type { PayloadRequest } from 'payload';

import type { EditionContent } from '../../domain/edition/EditionContent';
import { readEdition } from '../../domain/edition/readEdition';
import { idOf } from '../../domain/edition/WorkingCopy';
import { statusForReaders } from '../../domain/quotations/verdict';
import type { Article, Edition, Quote } from '../../payload-types';
import type { EditionDocuments } from './freezeEdition';
import { hideRecords, showRecords } from '../faces/showRecords';
import { pinEdition } from '../files/pinFiles';
import { loadEdition } from '../load/loadEdition';
import { newestVersion } from '../load/newestVersion';
import { Refusal } from '../Refusal';
import { slugRow } from '../load/slugRow';
import { wholeText } from '../load/textOfDocument';
import { writeFields } from '../record/writeFields';

type DraftCollection = 'articles' | 'sections' | 'quotes';

/** Fields of an article that its working copy and its public face share at all times. */
export type ArticleStanding = Pick<Article, 'workflow' | 'corrections'>;

/**
 * Points readers at an edition, or with `edition: null` at nothing, in Payload's own sense too: the
 * stored article, sections and quotes become exactly the edition's documents with
 * `_status: 'published'`, so that REST, GraphQL and the delivery API agree. Newer drafts live in the
 * versions and stay what they are; a newest version that is the edition itself is marked published.
 */
export async function showToReaders({
  article,
  edition,
  previous,
  standing,
  now,
  req,
}: {
  article: Article;
  edition: Edition | null;
  /** The edition that readers saw until now, if any: what only it held is hidden from them. */
  previous: Edition | null;
  standing: ArticleStanding;
  now: Date;
  req: PayloadRequest;
}): Promise<void> {
  const documents = edition ? (edition.documents as unknown as EditionDocuments) : null;
  if (documents) {
    await publishDocument({ collection: 'articles', document: documents.article, standing, req });
    for (const section of documents.sections) {
      await publishDocument({ collection: 'sections', document: section, req });
    }
    for (const quote of documents.quotes) {
      await publishDocument({ collection: 'quotes', document: quote, req });
    }
    await keepSlug({ articleId: article.id, slug: String(documents.article.slug), req });
  } else {
    await hideDocument({ collection: 'articles', id: article.id, standing, req });
  }
  const content = edition ? readEdition(edition) : null;
  await pinEdition({ articleId: article.id, content, req });
  if (previous) {
    await hideDropped({ before: previous, after: edition, req });
    await hideRecords({ ...contentOf(previous), now }, req);
  }
  if (edition) await showRecords({ ...contentOf(edition), now }, req);
}

function contentOf(edition: Edition): { content: EditionContent; title: string } {
  return { content: readEdition(edition), title: edition.title ?? '' };
}

async function publishDocument({
  collection,
  document,
  standing,
  req,
}: {
  collection: DraftCollection;
  document: Record<string, unknown>;
  standing?: ArticleStanding;
  req: PayloadRequest;
}): Promise<void> {
  const id = String(document.id);
  const published = { ...wholeText(collection, document), ...standing, _status: 'published' };
  const newest = await newestVersion({ collection, id, req });
  const isNewest = newest?.revision === document.revision;
  await writeFields({
    collection,
    id,
    stored: {
      ...published,
      ...(collection === 'quotes' ? verdictForReaders(document as never, newest as Quote) : {}),
      revision: document.revision,
      deletedAt: null,
    },
    // Payload finds a working copy by its status: one that readers do not see must say draft.
    newest: isNewest ? published : { ...standing, _status: 'draft' },
    req,
  });
}

/** The verdict that was approved, unless these words have been disputed since. */
function verdictForReaders(frozen: Quote, newest: Quote | null): Pick<Quote, 'verification'> {
  const disputedWords = newest?.verification?.disputedWords ?? [];
  const { verification, text } = frozen;
  const status = statusForReaders({ status: verification?.status, text }, disputedWords);
  return { verification: { ...verification, status, disputedWords } };
}

async function hideDocument({
  collection,
  id,
  standing,
  req,
}: {
  collection: DraftCollection;
  id: string;
  standing?: ArticleStanding;
  req: PayloadRequest;
}): Promise<void> {
  const hidden = { ...standing, _status: 'draft' };
  await writeFields({ collection, id, stored: hidden, newest: hidden, req });
}

/**
 * Hides what only the edition before held. Sections belong to this article alone; quotes stay visible
 * while anything else that is published uses them, in the words of the edition that still shows them.
 */
async function hideDropped({
  before,
  after,
  req,
}: {
  before: Edition;
  after: Edition | null;
  req: PayloadRequest;
}): Promise<void> {
  const old = before.documents as unknown as EditionDocuments;
  const now = after ? (after.documents as unknown as EditionDocuments) : null;
  const kept = new Set([...(now?.sections ?? []), ...(now?.quotes ?? [])].map(({ id }) => id));
  for (const { id } of old.sections) {
    if (!kept.has(id)) await hideDocument({ collection: 'sections', id: String(id), req });
  }
  for (const { id } of old.quotes) {
    if (kept.has(id)) continue;
    const document = await quoteElsewhere(String(id), req);
    if (document) await publishDocument({ collection: 'quotes', document, req });
    else await hideDocument({ collection: 'quotes', id: String(id), req });
  }
}

/** A quote as the live edition that shows it holds it: of several, the one published last. */
async function quoteElsewhere(
  id: string,
  req: PayloadRequest,
): Promise<Record<string, unknown> | null> {
  const published = { depth: 0, pagination: false, overrideAccess: true, req } as const;
  const { docs: sections } = await req.payload.find({
    collection: 'sections',
    where: { quotes: { in: [id] }, _status: { equals: 'published' } },
    ...published,
  });
  const articles = sections.flatMap(({ article }) => idOf(article) ?? []);
  if (articles.length === 0) return null;
  const { docs: live } = await req.payload.find({
    collection: 'articles',
    where: { id: { in: articles }, 'workflow.publicationState': { equals: 'live' } },
    sort: '-workflow.publishedAt',
    ...published,
  });
  for (const { workflow } of live) {
    const editionId = idOf(workflow?.liveEdition);
    const edition = editionId && (await loadEdition(editionId, req));
    if (!edition) continue;
    const { quotes } = edition.documents as unknown as EditionDocuments;
    const quote = quotes.find((each) => each.id === id);
    if (quote) return quote;
  }
  return null;
}

/** A slug that readers have seen leads to the article for good. */
async function keepSlug({
  articleId,
  slug,
  req,
}: {
  articleId: string;
  slug: string;
  req: PayloadRequest;
}): Promise<void> {
  const row = await slugRow(slug, req);
  if (row && idOf(row.article) === articleId) {
    await writeFields({ collection: 'slugs', id: row.id, stored: { wasPublished: true }, req });
    return;
  }
  // Cannot be while freezing an edition reserves its slug; if it is, no reader may be misled.
  throw new Refusal({
    code: 'SLUG_TAKEN',
    status: 409,
    message: `The address “${slug}” of this edition is not this article’s. Approve it with another slug.`,
  });
}
