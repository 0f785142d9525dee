import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  RequestContext,
} from 'payload';

import { findByIds } from '../../actions/load/findByIds';
import { newestVersion } from '../../actions/load/newestVersion';
import { recordContributor } from '../../actions/record/recordContributor';
import { actionOf } from '../../actions/transaction/actionRequest';
import type { EditionCollection } from '../../domain/edition/otherFields';
import { idOf } from '../../domain/edition/WorkingCopy';
import {
  isContribution,
  joinContributors,
  type Contributor,
} from '../../domain/workflow/contributors';
import type { Article, Quote, Section } from '../../payload-types';

/** What these hooks need to know of a save. */
interface Save {
  collection: { slug: string };
  context: RequestContext;
  data: object;
  operation: 'create' | 'update';
  originalDoc?: object;
  req: PayloadRequest;
}

/**
 * Records who contributes words, pictures or fields to an article, from every save of it and its parts,
 * whichever way it comes: with four eyes, none of them approves it. They stand in hooks that come after
 * what fills fields in, and count what is saved then.
 */
const article: CollectionBeforeChangeHook<Article> = async (save) => {
  const { data, req } = save;
  if (actionOf(req)) return data;
  const now = await contributorsOf('articles', save);
  const contributors = joinContributors(
    data.workflow?.contributors,
    await contributorsOfOriginal(save),
    now,
  );
  return { ...data, workflow: { ...data.workflow, contributors } };
};

/** A section belongs to one article, also while that does not list it. */
const section: CollectionBeforeChangeHook<Section> = async (save) => {
  const { data, originalDoc, req } = save;
  const articleId = idOf(data.article) ?? idOf(originalDoc?.article);
  if (actionOf(req) || !articleId) return data;
  for (const one of await contributorsOf('sections', save))
    await recordContributor(articleId, one, req);
  return data;
};

/** A quotation counts for every article that has it. */
const quote: CollectionBeforeChangeHook<Quote> = async (save) => {
  const { data, originalDoc, req } = save;
  if (actionOf(req) || !originalDoc?.id || save.operation === 'create') return data;
  const contributors = await contributorsOf('quotes', save);
  if (contributors.length === 0) return data;
  const { docs } = await req.payload.find({
    collection: 'sections',
    where: { quotes: { in: [originalDoc.id] } },
    draft: true,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  for (const articleId of new Set(docs.map((user) => idOf(user.article)))) {
    if (!articleId) continue;
    for (const one of contributors) await recordContributor(articleId, one, req);
  }
  return data;
};

/** People, topics and images are shown by many articles: they keep their contributors themselves. */
const shared =
  (collection: 'people' | 'topics' | 'media'): CollectionBeforeChangeHook =>
  async (args) => {
    const save: Save = args;
    const { data, originalDoc, operation, req } = save;
    if (actionOf(req)) return data;
    const before = operation === 'create' ? null : (originalDoc as { contributors?: unknown });
    const contributors = joinContributors(
      before?.contributors,
      await contributorsOf(collection, save),
    );
    return { ...data, contributors };
  };

/** Payload says only here which version is brought back, or which document is copied. */
const source: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const { id, duplicateFromID } = args as { id?: unknown; duplicateFromID?: unknown };
  const sources = (req.context.sources ??= {}) as Sources;
  if (operation === 'restoreVersion') sources[collection.slug] = id;
  if (operation === 'create') sources[collection.slug] = duplicateFromID;
  return args;
};

type Sources = Record<string, unknown>;

function sourceOf(save: Pick<Save, 'context' | 'collection'>): string | null {
  const id = (save.context.sources as Sources | undefined)?.[save.collection.slug];
  return typeof id === 'string' ? id : null;
}

/** Who wrote at a text since its last edition did so at a copy of it. */
async function contributorsOfOriginal(save: Save): Promise<unknown> {
  const id = save.operation === 'create' ? sourceOf(save) : null;
  if (!id) return [];
  const original = await newestVersion({ collection: 'articles', id, req: save.req });
  return original?.workflow?.contributors;
}

export const recordContribution = {
  source,
  article,
  section,
  quote,
  person: shared('people'),
  topic: shared('topics'),
  image: shared('media'),
};

/** Who contributes by a save: the person who saves, and whose words an old version brings back. */
async function contributorsOf(collection: EditionCollection, save: Save): Promise<Contributor[]> {
  const { context, data, operation, originalDoc, req } = save;
  const original = originalDoc as { id: string; deletedAt?: string | null } | undefined;
  const saved = data as { deletedAt?: string | null };
  const isOld = Boolean(context.isRestoringVersion ?? original?.deletedAt);
  const before =
    operation === 'create' || !original
      ? null
      : isOld
        ? await newestVersion({ collection, id: original.id, req })
        : original;
  const isUntrashed = Boolean(original?.deletedAt) && 'deletedAt' in saved && !saved.deletedAt;
  if (!isUntrashed && !req.file && !isContribution({ collection, before, saved })) return [];
  const at = new Date().toISOString();
  const savers = req.user ? [{ user: String(req.user.id), name: req.user.name, at }] : [];
  return [...savers, ...(await authorOfVersion(save, at))];
}

async function authorOfVersion(save: Save, at: string): Promise<Contributor[]> {
  const { collection, context, req } = save;
  const id = context.isRestoringVersion ? sourceOf(save) : null;
  if (!id) return [];
  const { docs } = await req.payload.db.findVersions<{ savedBy?: string | null }>({
    collection: collection.slug as EditionCollection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  });
  const user = idOf(docs[0]?.version.savedBy);
  if (!user || user === req.user?.id) return [];
  const [author] = await findByIds({ collection: 'users', ids: [user], req });
  return [{ user, name: author?.name ?? '', at }];
}
