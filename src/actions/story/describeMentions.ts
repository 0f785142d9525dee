import type { PayloadRequest } from 'payload';

import { idsOf } from '../../domain/edition/WorkingCopy';
import { quoteLanguage } from '../../domain/quotations/quoteLanguage';
import { lexicalParagraphs } from '../../domain/richText/lexicalText';
import { offerMentions, type OfferedMentions } from '../../domain/story/offerMentions';
import { loadArticle, loadSections } from '../load/loadArticle';
import { loadKnownPeople } from '../load/loadKnownPeople';

/** Those last worked on are those of today's stories. */
const MOST_TOPICS = 2_000;

/**
 * Reads only: the people and topics that the saved text of an article names and does not list.
 *
 * @throws Refusal NOT_FOUND 404 where there is no such article.
 */
export async function describeMentions({
  articleId,
  req,
}: {
  articleId: string;
  req: PayloadRequest;
}): Promise<OfferedMentions> {
  const article = await loadArticle(articleId, req);
  const sections = (await loadSections(article, req)).map(({ id, heading, body, people }) => ({
    id,
    heading: heading ?? null,
    paragraphs: lexicalParagraphs(body),
    people: idsOf(people),
  }));
  const { docs: topics } = await req.payload.find({
    collection: 'topics',
    draft: true,
    sort: '-updatedAt',
    select: { name: true },
    depth: 0,
    limit: MOST_TOPICS,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const offers = offerMentions({
    headline: article.headline ?? '',
    standfirst: article.standfirst ?? null,
    sections,
    people: await loadKnownPeople(req.payload),
    topics: topics.map(({ id, name }) => ({ id, name })),
    listedTopics: idsOf(article.topics),
    language: quoteLanguage(article.language),
  });
  return { ...offers, people: await withRecords(offers.people, sections, req) };
}

/** A speaker who seems to have no record may have one that nobody has worked on for long. */
async function withRecords(
  people: OfferedMentions['people'],
  sections: readonly { id: string; people: readonly string[] }[],
  req: PayloadRequest,
): Promise<OfferedMentions['people']> {
  const names = people.flatMap(({ id, name }) => (id === null ? [name] : []));
  if (names.length === 0) return people;
  const { docs } = await req.payload.find({
    collection: 'people',
    draft: true,
    where: { or: [{ name: { in: names } }, { aliases: { in: names } }] },
    select: { name: true, aliases: true },
    depth: 0,
    limit: 50,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return people.flatMap((person) => {
    if (person.id !== null) return [person];
    const record = docs.find(({ name, aliases }) =>
      [name, ...(aliases ?? [])].includes(person.name),
    );
    if (!record) return [person];
    const open = person.sections.filter(
      (id) => !sections.find((section) => section.id === id)?.people.includes(record.id),
    );
    return open.length > 0 ? [{ ...person, id: record.id, sections: open }] : [];
  });
}
