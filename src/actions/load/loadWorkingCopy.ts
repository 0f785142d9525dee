import type { CollectionSlug, PayloadRequest } from 'payload';

import { idOf, idsOf, type WorkingCopy } from '../../domain/edition/WorkingCopy';
import { bodyReferences } from '../../domain/richText/bodyReferences';
import type { Article, Media, Person, Quote, Section, Topic } from '../../payload-types';
import { findByIds } from './findByIds';

/** A working copy in the types of the collections, which are wider than what an edition needs. */
export interface LoadedWorkingCopy extends WorkingCopy {
  article: Article;
  sections: Section[];
  quotes: Quote[];
  people: Person[];
  topics: Topic[];
  media: Media[];
}

/**
 * The newest draft of an article with everything it points at, at depth 0; null when there is no
 * such article or it is in the trash.
 */
export async function loadWorkingCopy({
  articleId,
  req,
  now,
}: {
  articleId: string;
  req: PayloadRequest;
  now: Date;
}): Promise<LoadedWorkingCopy | null> {
  const find = <S extends CollectionSlug>(
    collection: S,
    ids: readonly (string | null)[],
    draft: boolean,
  ) => findByIds({ collection, ids, draft, req });

  const [article] = await find('articles', [articleId], true);
  if (!article) return null;
  const sections = await find('sections', idsOf(article.sections), true);
  const bodies = sections.map(({ body }) => bodyReferences(body));
  const quotes = await find(
    'quotes',
    [...sections.flatMap((section) => idsOf(section.quotes)), ...bodies.flatMap((b) => b.quotes)],
    true,
  );
  const people = await loadPeople({ article, sections, quotes, req });
  const topics = await find('topics', idsOf(article.topics), true);
  const media = await find(
    'media',
    [idOf(article.leadImage), ...bodies.flatMap((body) => body.media)],
    true,
  );
  return {
    article,
    sections,
    quotes,
    people,
    topics,
    media,
    asOf: now.toISOString().slice(0, 10),
  };
}

/** Everybody who speaks in an article, is written about or wrote it. */
export function loadPeople({
  article,
  sections,
  quotes,
  req,
}: Pick<LoadedWorkingCopy, 'article' | 'sections' | 'quotes'> & {
  req: PayloadRequest;
}): Promise<Person[]> {
  const ids = [
    ...quotes.map((quote) => idOf(quote.speaker)),
    ...sections.flatMap((section) => idsOf(section.people)),
    ...(article.bylines ?? []).map((byline) => idOf(byline.person)),
  ];
  return findByIds({ collection: 'people', ids, req });
}
