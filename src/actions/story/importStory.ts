import type { PayloadRequest } from 'payload';

import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import { lexicalFromParagraphs } from '../../domain/richText/lexicalFromParagraphs';
import { lexicalParagraphs } from '../../domain/richText/lexicalText';
import type { ReadStory } from '../../domain/formats/readStories';
import type { ParsedPerson, ParsedQuote } from '../../domain/story/ParsedStory';
import { formHash, storyHash } from '../../domain/story/storyHash';
import type { Article, Person, Section } from '../../payload-types';
import { loadSections } from '../load/loadArticle';
import { findByIds } from '../load/findByIds';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';

export interface ImportStoryInput extends ActionCall {
  read: ReadStory;
}

export interface ImportedStory {
  /**
   * `created`: a new article. `updated`: a new draft of the article that an earlier import made.
   * `unchanged`: these words were imported before. `separate`: an editor has worked on the article
   * since, so the new words became a draft article of their own beside it.
   */
  outcome: 'created' | 'updated' | 'unchanged' | 'separate';
  articleId: string;
}

/**
 * Makes an article with its sections, quotes and people out of a parsed story, as drafts, in one
 * transaction. Repeating it changes nothing; words that an editor has changed are never replaced.
 */
export function importStory({ payload, user, read }: ImportStoryInput): Promise<ImportedStory> {
  const { story, externalId } = read;
  return inTransaction({
    payload,
    user,
    work: async (req) => {
      const hash = storyHash(story);
      const earlier = await articlesOf(externalId, req);
      const same = earlier.find(({ origin }) => origin?.contentHash === hash);
      if (same) return { outcome: 'unchanged', articleId: same.id };

      const people = await ensurePeople(story.people, req);
      for (const article of earlier) {
        const sections = await loadSections(article, req);
        if (article.deletedAt || isEdited(article, sections)) continue;
        await fillArticle({ article, sections, read, hash, people, req });
        return { outcome: 'updated', articleId: article.id };
      }
      const article = await req.payload.create({
        collection: 'articles',
        data: {
          headline: story.headline,
          kind: 'news',
          origin: { ...story.origin, externalId },
          ...(read.language ? { language: read.language } : {}),
          ...(earlier[0] ? { relatedArticles: [earlier[0].id] } : {}),
        },
        draft: true,
        depth: 0,
        overrideAccess: true,
        req,
      });
      await fillArticle({ article, sections: [], read, hash, people, req });
      return { outcome: earlier.length > 0 ? 'separate' : 'created', articleId: article.id };
    },
  });
}

async function articlesOf(externalId: string, req: PayloadRequest): Promise<Article[]> {
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { 'origin.externalId': { equals: externalId } },
    draft: true,
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  });
  return docs;
}

/** The text of the working copy is no longer the one that the last import brought. */
function isEdited(article: Article, sections: readonly Section[]): boolean {
  const now = storyHash({
    headline: article.headline,
    standfirst: article.standfirst ?? null,
    sections: sections.map(({ heading, body }) => ({
      heading: heading ?? null,
      paragraphs: lexicalParagraphs(body),
    })),
  });
  return (
    now !== article.origin?.contentHash || formHash(sections) !== (article.origin.formHash ?? null)
  );
}

async function fillArticle({
  article,
  sections,
  read: { story, embargoUntil },
  hash,
  people,
  req,
}: {
  article: Article;
  sections: readonly Section[];
  read: ReadStory;
  hash: string;
  people: ReadonlyMap<string, Person>;
  req: PayloadRequest;
}): Promise<void> {
  const ids: string[] = [];
  for (const [index, parsed] of story.sections.entries()) {
    const old = sections[index];
    const data = {
      article: article.id,
      heading: parsed.heading,
      body: parsed.body ?? lexicalFromParagraphs(parsed.paragraphs),
      quotes: await ensureQuotes({
        quotes: story.quotes.filter(({ section }) => section === index),
        existing: idsOf(old?.quotes),
        people,
        language: article.language,
        req,
      }),
      people: story.people
        .filter((person) => person.sections.includes(index))
        .flatMap(({ name }) => people.get(name)?.id ?? []),
    };
    const common = { draft: true, depth: 0, overrideAccess: true, req } as const;
    const saved = old
      ? await req.payload.update({ collection: 'sections', id: old.id, data, ...common })
      : // Joined below with the others, in their order, rather than one by one.
        await req.payload.create({
          collection: 'sections',
          data: { ...data, article: null },
          ...common,
        });
    ids.push(saved.id);
  }
  await req.payload.update({
    collection: 'articles',
    id: article.id,
    data: {
      headline: story.headline,
      standfirst: story.standfirst,
      dateline: story.dateline ?? article.dateline,
      bylines: article.bylines?.length ? article.bylines : story.bylines.map((name) => ({ name })),
      sections: ids,
      origin: {
        ...article.origin,
        ...story.origin,
        contentHash: hash,
        formHash: formHash(story.sections),
      },
      ...(embargoUntil ? { embargoUntil } : {}),
    },
    draft: true,
    depth: 0,
    overrideAccess: true,
    req,
  });
}

/** The people of a story by the name it gives them: found by name or alias, else created. */
async function ensurePeople(
  parsed: readonly ParsedPerson[],
  req: PayloadRequest,
): Promise<Map<string, Person>> {
  const people = new Map<string, Person>();
  for (const person of parsed) {
    const { docs } = await req.payload.find({
      collection: 'people',
      where: {
        or: [
          { name: { equals: person.name } },
          { aliases: { in: [person.name] } },
          ...(person.wikidataId ? [{ wikidataId: { equals: person.wikidataId } }] : []),
        ],
      },
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
      req,
    });
    people.set(
      person.name,
      docs[0] ??
        (await req.payload.create({
          collection: 'people',
          data: {
            name: person.name,
            aliases: person.aliases,
            roles: person.roles,
            wikidataId: person.wikidataId,
          },
          depth: 0,
          overrideAccess: true,
          req,
        })),
    );
  }
  return people;
}

async function ensureQuotes({
  quotes,
  existing,
  people,
  language,
  req,
}: {
  quotes: readonly ParsedQuote[];
  existing: readonly string[];
  people: ReadonlyMap<string, Person>;
  language: Article['language'];
  req: PayloadRequest;
}): Promise<string[]> {
  const kept = await findByIds({ collection: 'quotes', ids: existing, draft: true, req });
  const ids: string[] = [];
  for (const quote of quotes) {
    const speaker = quote.speaker ? people.get(quote.speaker) : undefined;
    const same = kept.find(
      (old) => old.text === quote.text && (!speaker || idOf(old.speaker) === speaker.id),
    );
    ids.push(
      same?.id ??
        (
          await req.payload.create({
            collection: 'quotes',
            data: {
              text: quote.text,
              kind: quote.kind,
              language,
              speaker: speaker?.id ?? null,
              speakerRole: roleInWords(speaker),
            },
            draft: true,
            depth: 0,
            overrideAccess: true,
            req,
          })
        ).id,
    );
  }
  return ids;
}

/** The role that the story gives, for the record of the day: "NATO Secretary General". */
function roleInWords(person: Person | undefined): string | null {
  const role = person?.roles?.[0];
  return role ? [role.organisation, role.title].filter(Boolean).join(' ') : null;
}
