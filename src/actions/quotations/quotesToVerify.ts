import type { PayloadRequest } from 'payload';

import { readEdition } from '../../domain/edition/readEdition';
import { idOf } from '../../domain/edition/WorkingCopy';
import { comparableWords } from '../../domain/quotations/comparableWords';
import type { QuoteToVerify } from '../../domain/quotations/QuoteToVerify';
import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { passageAround } from '../../domain/quotations/passageAround';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { Article, Section } from '../../payload-types';
import { describeQuotations } from './describeQuotations';
import { findByIds } from '../load/findByIds';

/** A fact-checker has no more than this many articles in front of them; the newest waiting last. */
const MOST_ARTICLES = 50;

/** Reads only: the recorded quotes of all articles in review, in the order in which they wait. */
export async function quotesToVerify({
  now,
  req,
}: {
  now: Date;
  req: PayloadRequest;
}): Promise<QuoteToVerify[]> {
  const { docs: articles } = await req.payload.find({
    collection: 'articles',
    where: { 'workflow.stage': { equals: 'in_review' } },
    draft: true,
    sort: 'updatedAt',
    depth: 0,
    limit: MOST_ARTICLES,
    overrideAccess: true,
    req,
  });
  const waiting: { article: Article; quotation: ListedQuotation; quoteId: string }[] = [];
  for (const article of articles) {
    const listed = (await describeQuotations({ articleId: article.id, now, req })) ?? [];
    const seen = new Set<string>();
    for (const quotation of listed) {
      const quoteId = quotation.quote?.id;
      if (!quoteId || seen.has(quoteId)) continue;
      seen.add(quoteId);
      waiting.push({ article, quotation, quoteId });
    }
  }
  const quoteIds = waiting.map(({ quoteId }) => quoteId);
  const quotes = byId(await findByIds({ collection: 'quotes', ids: quoteIds, draft: true, req }));
  const sections = byId(
    await findByIds({
      collection: 'sections',
      ids: waiting.map(({ quotation }) => quotation.section),
      draft: true,
      req,
    }),
  );
  const files = byId(
    await findByIds({
      collection: 'evidence-files',
      ids: [...quotes.values()].map(({ evidence }) => idOf(evidence?.file)),
      req,
    }),
  );
  const checkers = byId(
    await findByIds({
      collection: 'users',
      ids: [...quotes.values()].map(({ verification }) => idOf(verification?.by)),
      req,
    }),
  );
  const uses = await usesOf(quoteIds, req);

  return waiting.flatMap(({ article, quotation, quoteId }): QuoteToVerify[] => {
    const quote = quotes.get(quoteId);
    const section = sections.get(quotation.section);
    if (!quote || !section) return [];
    const { evidence, verification } = quote;
    const file = files.get(idOf(evidence?.file) ?? '');
    const used = uses.get(quoteId) ?? { articles: [], wordings: [] };
    return [
      {
        article: { id: article.id, headline: article.headline },
        section: { id: section.id, name: section.heading ?? 'Lead' },
        quotation,
        passage: passageOf(quotation, section),
        occasion: {
          name: quote.occasion?.name ?? null,
          date: quote.occasion?.date ?? null,
          place: quote.occasion?.place ?? null,
        },
        evidence: {
          url: evidence?.url ?? null,
          timecode: evidence?.timecode ?? null,
          passage: evidence?.passage ?? null,
          file: file?.url
            ? { url: file.url, name: file.filename ?? '', mimeType: file.mimeType ?? '' }
            : null,
        },
        verification: {
          note: verification?.note ?? null,
          byName: checkers.get(idOf(verification?.by) ?? '')?.name ?? null,
          at: verification?.at ?? null,
        },
        revision: quote.revision ?? 0,
        alsoIn: used.articles.filter(({ id }) => id !== article.id),
        olderWordings: used.wordings.filter(
          ({ words }) => comparableWords(words) !== comparableWords(quote.text),
        ),
      },
    ];
  });
}

function byId<D extends { id: string }>(documents: readonly D[]): Map<string, D> {
  return new Map(documents.map((document) => [document.id, document]));
}

function passageOf({ start, end }: ListedQuotation, section: Section): QuoteToVerify['passage'] {
  if (start === null || end === null) return null;
  return passageAround(lexicalText(section.body), start, end);
}

interface Uses {
  articles: QuoteToVerify['alsoIn'];
  wordings: QuoteToVerify['olderWordings'];
}

/** Where quotes are used, in working copies and in what readers see. */
async function usesOf(quoteIds: string[], req: PayloadRequest): Promise<Map<string, Uses>> {
  const uses = new Map<string, Uses>();
  if (quoteIds.length === 0) return uses;
  const common = { depth: 0, pagination: false, overrideAccess: true, req } as const;
  const where = { quotes: { in: quoteIds } };
  const { docs: drafts } = await req.payload.find({
    collection: 'sections',
    where,
    draft: true,
    ...common,
  });
  const { docs: stored } = await req.payload.find({
    collection: 'sections',
    where: { and: [where, { _status: { equals: 'published' } }] },
    ...common,
  });
  const articles = byId(
    await findByIds({
      collection: 'articles',
      ids: [...drafts, ...stored].map(({ article }) => idOf(article)),
      draft: true,
      req,
    }),
  );
  const editions = byId(
    await findByIds({
      collection: 'editions',
      ids: stored.map(({ article }) =>
        idOf(articles.get(idOf(article) ?? '')?.workflow?.liveEdition),
      ),
      req,
    }),
  );
  for (const quoteId of quoteIds) {
    const using = (sections: readonly Section[]): Article[] => {
      const ids = sections
        .filter(({ quotes }) => quotes?.some((quote) => idOf(quote) === quoteId))
        .map(({ article }) => idOf(article));
      return [...new Set(ids)].flatMap((id) => articles.get(id ?? '') ?? []);
    };
    uses.set(quoteId, {
      articles: using([...drafts, ...stored]).map(({ id, headline }) => ({ id, headline })),
      wordings: using(stored).flatMap(({ id, headline, workflow }) => {
        const edition = editions.get(idOf(workflow?.liveEdition) ?? '');
        const content = edition && readEdition(edition);
        const words = content?.quotes.find((quote) => quote.id === quoteId)?.text;
        return words ? [{ id, headline, edition: edition?.number ?? 0, words }] : [];
      }),
    });
  }
  return uses;
}
