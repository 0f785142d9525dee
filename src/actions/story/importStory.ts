import type { PayloadRequest } from 'payload';

import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import { lexicalFromParagraphs } from '../../domain/richText/lexicalFromParagraphs';
import { lexicalParagraphs } from '../../domain/richText/lexicalText';
import { withPictures } from '../../domain/richText/withPictures';
import { isOlderVersion } from '../../domain/formats/isOlderVersion';
import {
  joinReceipts,
  openReceipt,
  type Receipt,
  type ReceiptCode,
} from '../../domain/formats/Receipt';
import type { ReadStory } from '../../domain/formats/readStories';
import type { StoryVersion } from '../../domain/formats/SourceStory';
import { LONGEST_PASSAGE } from '../../domain/notes/Note';
import { spotsOf } from '../../domain/notes/placeNotes';
import { anchorIn } from '../../domain/quotations/anchorIn';
import { slugFrom } from '../../domain/slugFrom';
import { isSameStory } from '../../domain/story/isSameStory';
import type { ParsedPerson, ParsedQuote } from '../../domain/story/ParsedStory';
import { formHash, storyHash, type StoryText } from '../../domain/story/storyHash';
import type { Article, Person, Section } from '../../payload-types';
import { loadSections } from '../load/loadArticle';
import { findByIds } from '../load/findByIds';
import { slugRow } from '../load/slugRow';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';
import { matchTopics } from './matchTopics';
import { readStory as readWholeStory } from './readStory';
import { storePictures, type PictureSources } from './storePictures';

/** As many as a story may have open. */
const MOST_COMMENTS = 500;
const NO_SPOT = { place: 'headline', section: null, text: '' } as const;

export interface ImportStoryInput extends ActionCall {
  read: ReadStory;
  /** Where its file lies, for who tells files of one name apart by it; null where it has no place. */
  folder?: string | null;
  /** Where its pictures may be got from; without, only those that its file holds are kept. */
  sources?: PictureSources;
  now?: Date;
}

export interface ImportedStory {
  /**
   * `created`: a new article. `updated`: a new draft of the article that an earlier import made.
   * `unchanged`: these words were imported before. `older`: a later version was. `separate`: an
   * editor has worked on the article since, so the new words became a draft article of their own
   * beside it. `unsure`: likewise, since nobody can tell whether it is the story that an earlier file
   * of this name held.
   */
  outcome: 'created' | 'updated' | 'unchanged' | 'older' | 'separate' | 'unsure';
  articleId: string;
  /** What of the source is not in the article as it was there. */
  receipt: Receipt;
}

/**
 * Makes an article with its sections, quotes and people out of a parsed story, as drafts, in one
 * transaction. Repeating it changes nothing; words that an editor has changed are never replaced, nor
 * is a later version by an earlier one. A story is known by what its source calls it, else by its
 * words and its folder, never by the name of its file alone.
 */
export async function importStory({
  payload,
  user,
  read: asRead,
  folder = null,
  sources = {},
  now = new Date(),
}: ImportStoryInput): Promise<ImportedStory> {
  const hash = storyHash(asRead.story);
  const call = { payload, user };
  const work = (req: PayloadRequest) => whatIsKnown({ read: asRead, hash, folder, req });
  const { nothingNew } = await inTransaction({ ...call, work });
  if (nothingNew) return nothingNew;
  // Before the transaction: making the sizes of many pictures takes longer than one may last.
  const pictures = await storePictures({ ...call, pictures: asRead.pictures, sources });
  const read = withStored(asRead, pictures);
  const { story, desk } = read;
  return inTransaction({
    ...call,
    work: async (req) => {
      const { nothingNew: since, earlier } = await whatIsKnown({ read, hash, folder, req });
      if (since) return since;

      const topics = await matchTopics(desk.subjects, req);
      const slug = desk.slug && !(await slugRow(slugFrom(desk.slug), req)) ? desk.slug : null;
      const receipt = joinReceipts(
        read.receipt,
        topics.receipt,
        desk.slug && !slug ? receiptOf('slug', desk.slug) : [],
      );
      const people = await ensurePeople(story.people, req);
      const brought = { read, hash, folder, topics: topics.ids, receipt, people, req };
      for (const { article, sections, likeness } of earlier) {
        if (likeness !== 'same' || article.deletedAt || isEdited(article, sections)) continue;
        await fillArticle({ article, sections, ...brought });
        await noteComments({ article: article.id, read, now, req });
        return { outcome: 'updated', articleId: article.id, receipt };
      }
      const article = await req.payload.create({
        collection: 'articles',
        data: {
          headline: story.headline,
          kind: 'news',
          origin: { ...story.origin, externalId: read.externalId },
          ...(slug ? { slug } : {}),
          ...(read.language ? { language: read.language } : {}),
          ...(earlier[0] ? { relatedArticles: [earlier[0].article.id] } : {}),
        },
        draft: true,
        depth: 0,
        overrideAccess: true,
        req,
      });
      await fillArticle({ article, sections: [], ...brought });
      await noteComments({ article: article.id, read, now, req });
      const touched = earlier.find(({ likeness }) => likeness === 'same');
      if (touched && read.hasOwnId) {
        await noteNewVersion({ article: touched.article, read, now, req });
      }
      const outcome = touched ? 'separate' : earlier.length > 0 ? 'unsure' : 'created';
      return { outcome, articleId: article.id, receipt };
    },
  });
}

/** What of earlier imports this may be a version of, or why nothing is to be done. */
async function whatIsKnown({
  read,
  hash,
  folder,
  req,
}: {
  read: ReadStory;
  hash: string;
  folder: string | null;
  req: PayloadRequest;
}): Promise<{ nothingNew: ImportedStory | null; earlier: EarlierVersion[] }> {
  const { receipt, desk } = read;
  const known = await articlesOf({ read, hash, req });
  const same = known.find(({ origin }) => origin?.contentHash === hash);
  if (same)
    return { nothingNew: { outcome: 'unchanged', articleId: same.id, receipt }, earlier: [] };
  const earlier = await earlierVersions({ known, read, folder, req });
  const later = earlier.find(({ article }) => isOlderVersion(desk.version, versionOf(article)));
  return {
    nothingNew: later ? { outcome: 'older', articleId: later.article.id, receipt } : null,
    earlier,
  };
}

/** A story with the records of its pictures in their places. */
function withStored(
  read: ReadStory,
  { stored, receipt }: Awaited<ReturnType<typeof storePictures>>,
): ReadStory {
  const sections = read.story.sections.map((section) =>
    section.body ? { ...section, body: withPictures(section.body, stored) } : section,
  );
  return {
    ...read,
    story: { ...read.story, sections },
    leadPicture: (read.leadPicture && stored.get(read.leadPicture)) ?? null,
    receipt: joinReceipts(read.receipt, receipt),
  };
}

function receiptOf(code: ReceiptCode, detail: string): Receipt {
  const book = openReceipt();
  book.note(code, detail);
  return book.receipt();
}

/** What may be the same story: of one id, of one name, or of the very same words. */
async function articlesOf({
  read: { externalId, hasOwnId },
  hash,
  req,
}: {
  read: ReadStory;
  hash: string;
  req: PayloadRequest;
}): Promise<Article[]> {
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: hasOwnId
      ? { 'origin.externalId': { equals: externalId } }
      : {
          or: [
            { 'origin.externalId': { equals: externalId } },
            { 'origin.contentHash': { equals: hash } },
          ],
        },
    draft: true,
    depth: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  });
  return docs;
}

interface EarlierVersion {
  article: Article;
  sections: readonly Section[];
  likeness: 'same' | 'unsure';
}

/** Of what came under this id or name before, what this story may be a version of. */
async function earlierVersions({
  known,
  read: { story, hasOwnId },
  folder,
  req,
}: {
  known: readonly Article[];
  read: ReadStory;
  folder: string | null;
  req: PayloadRequest;
}): Promise<EarlierVersion[]> {
  const versions: EarlierVersion[] = [];
  for (const article of known) {
    const sections = await loadSections(article, req);
    const isElsewhere = Boolean(
      folder && article.origin?.folder && article.origin.folder !== folder,
    );
    const likeness = hasOwnId ? 'same' : isSameStory(story, textOf(article, sections));
    if (likeness === 'other') continue;
    versions.push({ article, sections, likeness: isElsewhere ? 'unsure' : likeness });
  }
  return versions;
}

function versionOf({ origin }: Article): StoryVersion | null {
  const { version: number = null, versionAt: createdAt = null } = origin ?? {};
  return number === null && createdAt === null ? null : { number, createdAt };
}

/** Who has worked on the story hears of a later version of it where they work. */
async function noteNewVersion({
  article,
  read: { story, desk },
  now,
  req,
}: {
  article: Article;
  read: ReadStory;
  now: Date;
  req: PayloadRequest;
}): Promise<void> {
  const about = article.headline ?? '';
  const said = desk.editorialNote ? ` ${desk.editorialNote}` : '';
  await req.payload.create({
    collection: 'notes',
    data: {
      article: article.id,
      place: 'headline',
      about,
      anchor: anchorIn(about, { start: 0, end: about.length }),
      comments: [
        {
          authorName: story.origin.publisher ?? 'The source',
          text: `A new version came in, and stands beside this one as a draft of its own: “${story.headline}”.${said}`,
          mentions: [],
          at: now.toISOString(),
        },
      ],
    },
    depth: 0,
    overrideAccess: true,
    req,
  });
}

/** What its writers said to each other stands as notes beside the words that they meant. */
async function noteComments({
  article,
  read: { comments },
  now,
  req,
}: {
  article: string;
  read: ReadStory;
  now: Date;
  req: PayloadRequest;
}): Promise<void> {
  if (comments.length === 0) return;
  const where = { article: { equals: article } };
  const { docs: before } = await req.payload.find({
    collection: 'notes',
    where,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const said = new Set(before.flatMap((note) => (note.comments ?? []).map(({ text }) => text)));
  const spots = spotsOf(await readWholeStory(article, req));
  for (const { author, words, about } of comments.slice(0, MOST_COMMENTS)) {
    if (words === '' || said.has(words)) continue;
    const wanted = about?.replace(/\s+/g, ' ').slice(0, LONGEST_PASSAGE);
    const spot = wanted ? spots.find(({ text }) => text.includes(wanted)) : undefined;
    const [headline] = spots;
    const { place, section, text } = spot ?? headline ?? NO_SPOT;
    const start = spot && wanted ? text.indexOf(wanted) : 0;
    const end = spot && wanted ? start + wanted.length : text.length;
    const anchor = anchorIn(text, { start, end });
    await req.payload.create({
      collection: 'notes',
      data: {
        article,
        place,
        section,
        about: anchor.exact,
        anchor,
        comments: [
          {
            authorName: author ?? 'The document',
            text: spot || !about ? words : `“${about}”: ${words}`,
            mentions: [],
            at: now.toISOString(),
          },
        ],
      },
      depth: 0,
      overrideAccess: true,
      req,
    });
  }
}

/** The text of the working copy is no longer the one that the last import brought. */
function isEdited(article: Article, sections: readonly Section[]): boolean {
  return (
    storyHash(textOf(article, sections)) !== article.origin?.contentHash ||
    formHash(sections) !== (article.origin.formHash ?? null)
  );
}

function textOf(article: Article, sections: readonly Section[]): StoryText {
  return {
    headline: article.headline ?? '',
    standfirst: article.standfirst ?? null,
    sections: sections.map(({ heading, body }) => ({
      heading: heading ?? null,
      paragraphs: lexicalParagraphs(body),
    })),
  };
}

async function fillArticle({
  article,
  sections,
  read: { story, embargoUntil, desk, leadPicture },
  hash,
  folder,
  topics,
  receipt,
  people,
  req,
}: {
  article: Article;
  sections: readonly Section[];
  read: ReadStory;
  hash: string;
  folder: string | null;
  topics: readonly string[];
  receipt: Receipt;
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
        folder,
        version: desk.version?.number ?? null,
        versionAt: desk.version?.createdAt ?? null,
        editorialNote: desk.editorialNote,
        publishedAt: desk.publishedAt,
        receipt: receipt as unknown as Record<string, unknown>[],
      },
      ...(leadPicture && !article.leadImage ? { leadImage: leadPicture } : {}),
      ...(article.topics?.length ? {} : { topics: [...topics] }),
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
      draft: true,
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
