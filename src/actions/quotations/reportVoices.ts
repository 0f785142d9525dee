import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import {
  countWords,
  shareOfVoice,
  WORD,
  type SpokenWords,
  type VoiceReport,
} from '../../domain/quotations/shareOfVoice';
import { findByIds } from '../load/findByIds';
import { loadWorkingCopy } from '../load/loadWorkingCopy';

/** Two days in UTC, both included, as ISO 8601; either may be open. */
export interface Period {
  from: string | null;
  to: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_QUERY_MS = 20_000;

/** Counts in the database, in the editions that readers see: reads only, one answer however long. */
export async function reportVoices({
  from,
  to,
  topic,
  req,
}: Period & { topic: string | null; req: PayloadRequest }): Promise<VoiceReport> {
  const published = {
    ...(from ? { $gte: new Date(from) } : {}),
    ...(to ? { $lt: new Date(Date.parse(to) + DAY_MS) } : {}),
  };
  const topics = topic ? await withNarrower(topic, req) : [];
  const spoken = await req.payload.db.connection
    .collection('articles')
    .aggregate<SpokenWords>(
      [
        {
          $match: {
            _status: 'published',
            'workflow.publicationState': 'live',
            ...(from || to ? { 'workflow.firstPublishedAt': published } : {}),
            ...(topic ? { $expr: { $anyElementTrue: [inTopics(topics)] } } : {}),
          },
        },
        { $project: { edition: '$workflow.liveEdition' } },
        {
          $lookup: {
            from: 'editions',
            localField: 'edition',
            foreignField: '_id',
            pipeline: [{ $project: { quotes: '$content.quotes' } }],
            as: 'edition',
          },
        },
        { $unwind: '$edition' },
        { $unwind: '$edition.quotes' },
        { $replaceWith: { article: '$_id', quote: '$edition.quotes' } },
        {
          $match: { 'quote.kind': { $ne: 'indirect' }, 'quote.speaker.name': { $type: 'string' } },
        },
        {
          $group: {
            _id: {
              person: '$quote.speaker.personId',
              name: { $cond: ['$quote.speaker.personId', null, '$quote.speaker.name'] },
            },
            name: { $last: '$quote.speaker.name' },
            quotations: { $sum: 1 },
            words: { $sum: { $size: { $regexFindAll: { input: '$quote.text', regex: WORD } } } },
            articles: { $addToSet: '$article' },
          },
        },
        {
          $project: {
            _id: 0,
            person: { $ifNull: ['$_id.person', null] },
            name: 1,
            quotations: 1,
            words: 1,
            articles: { $size: '$articles' },
          },
        },
      ],
      { maxTimeMS: MAX_QUERY_MS, allowDiskUse: true },
    )
    .toArray();
  return shareOfVoice(spoken);
}

/** The same for the working copy of one article; null when there is no such article. */
export async function reportArticleVoices({
  articleId,
  now,
  req,
}: {
  articleId: string;
  now: Date;
  req: PayloadRequest;
}): Promise<VoiceReport | null> {
  const workingCopy = await loadWorkingCopy({ articleId, now, req });
  if (!workingCopy) return null;
  const names = new Map(workingCopy.people.map(({ id, name }) => [id, name]));
  const spoken = new Map<string, SpokenWords>();
  for (const { speaker, attribution, kind, text } of workingCopy.quotes) {
    const id = idOf(speaker);
    const name = names.get(id ?? '') ?? attribution?.trim();
    if (!name || kind === 'indirect') continue;
    const key = names.has(id ?? '') ? `id ${String(id)}` : `name ${name}`;
    const before = spoken.get(key) ?? { quotations: 0, words: 0 };
    spoken.set(key, {
      person: names.has(id ?? '') ? id : null,
      name,
      quotations: before.quotations + 1,
      words: before.words + countWords(text),
      articles: 1,
    });
  }
  return shareOfVoice([...spoken.values()]);
}

/** Stored as ids of either kind: compared as strings. */
function inTopics(topics: readonly string[]) {
  return {
    $map: {
      input: { $ifNull: ['$topics', []] },
      in: { $in: [{ $toString: '$$this' }, topics] },
    },
  };
}

/** A topic and everything below it; no branch is followed twice. */
async function withNarrower(topic: string, req: PayloadRequest): Promise<string[]> {
  const found = new Set(
    (await findByIds({ collection: 'topics', ids: [topic], req })).map(({ id }) => id),
  );
  let parents = [...found];
  while (parents.length > 0) {
    const { docs } = await req.payload.find({
      collection: 'topics',
      draft: true,
      where: { parent: { in: parents } },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    });
    parents = docs.map(({ id }) => id).filter((id) => !found.has(id));
    for (const id of parents) found.add(id);
  }
  return [...found];
}
