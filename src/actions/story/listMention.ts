import type { PayloadRequest } from 'payload';

import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import { describeMentions } from './describeMentions';
import { findByIds } from '../load/findByIds';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';
import { loadArticle } from '../load/loadArticle';
import { Refusal } from '../Refusal';

/** Somebody on record, somebody of whom a record is to be made, or a topic. */
export type Mention = { person: string } | { newPerson: string } | { topic: string };

/** What was added, and what takes it back. */
export type ListedMention = { person: string; sections: string[] } | { topic: string };

const AS_DRAFT = { draft: true, depth: 0, overrideAccess: false } as const;

/**
 * Adds a topic to an article, or a person to the sections whose text names them, as ordinary saves
 * by this user. What is listed already stays as it is.
 *
 * @throws Refusal NOT_FOUND 404, MENTION_UNKNOWN 409 where the saved text does not name this person,
 * and what saving refuses to this user.
 */
export function listMention({
  articleId,
  mention,
  ...call
}: ActionCall & { articleId: string; mention: Mention }): Promise<ListedMention> {
  return inTransaction({
    ...call,
    work: async (req) => {
      if ('topic' in mention) {
        await refuseUnknownTopic(mention.topic, req);
        await setTopics(articleId, (ids) => [...new Set([...ids, mention.topic])], req);
        return { topic: mention.topic };
      }
      const { people } = await describeMentions({ articleId, req });
      const offered = people.find(({ id, name }) =>
        'person' in mention ? id === mention.person : id === null && name === mention.newPerson,
      );
      if (!offered) {
        throw new Refusal({
          code: 'MENTION_UNKNOWN',
          status: 409,
          message:
            'The saved text does not name this person, or lists them already. Nothing was done.',
        });
      }
      const person =
        'person' in mention
          ? mention.person
          : (
              await req.payload.create({
                collection: 'people',
                data: { name: mention.newPerson },
                ...AS_DRAFT,
                req,
              })
            ).id;
      await setPeople(
        { articleId, sections: offered.sections },
        (ids) => [...new Set([...ids, person])],
        req,
      );
      return { person, sections: offered.sections };
    },
  });
}

/**
 * Takes back what `listMention` answered. The record of a new person stays.
 *
 * @throws Refusal NOT_FOUND 404, and what saving refuses to this user.
 */
export function unlistMention({
  articleId,
  listed,
  ...call
}: ActionCall & { articleId: string; listed: ListedMention }): Promise<void> {
  return inTransaction({
    ...call,
    work: async (req) => {
      if ('topic' in listed) {
        await setTopics(articleId, (ids) => ids.filter((id) => id !== listed.topic), req);
        return;
      }
      const { sections, person } = listed;
      await setPeople({ articleId, sections }, (ids) => ids.filter((id) => id !== person), req);
    },
  });
}

/** A draft may point at anything; a click may not. */
async function refuseUnknownTopic(topic: string, req: PayloadRequest): Promise<void> {
  const [known] = await findByIds({ collection: 'topics', ids: [topic], req });
  if (known) return;
  throw new Refusal({
    code: 'NOT_FOUND',
    status: 404,
    message: 'There is no such topic, or it is in the trash.',
  });
}

async function setTopics(
  articleId: string,
  change: (ids: string[]) => string[],
  req: PayloadRequest,
): Promise<void> {
  const article = await loadArticle(articleId, req);
  const before = idsOf(article.topics);
  const topics = change(before);
  if (topics.length === before.length) return;
  await req.payload.update({
    collection: 'articles',
    id: articleId,
    data: { topics },
    ...AS_DRAFT,
    req,
  });
}

async function setPeople(
  { articleId, sections: ids }: { articleId: string; sections: readonly string[] },
  change: (ids: string[]) => string[],
  req: PayloadRequest,
): Promise<void> {
  const sections = await findByIds({ collection: 'sections', ids, draft: true, req });
  for (const { id, article, people } of sections) {
    if (idOf(article) !== articleId) continue;
    const before = idsOf(people);
    const next = change(before);
    if (next.length === before.length) continue;
    await req.payload.update({
      collection: 'sections',
      id,
      data: { people: next },
      ...AS_DRAFT,
      req,
    });
  }
}
