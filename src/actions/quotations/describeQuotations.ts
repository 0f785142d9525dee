import type { PayloadRequest } from 'payload';

import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { listQuotations } from '../../domain/quotations/listQuotations';
import type { QuoteFinding } from '../../domain/quotations/QuoteFinding';
import type { Quote, Section } from '../../payload-types';
import { checkQuotations } from './checkQuotations';
import { findByIds } from '../load/findByIds';
import { loadSettings } from '../load/loadSettings';
import { loadWorkingCopy } from '../load/loadWorkingCopy';
import { storedQuotations } from './storedQuotations';

/** Reads only: every quotation of an article with how it stands; null when there is no such article. */
export async function describeQuotations({
  articleId,
  now,
  req,
}: {
  articleId: string;
  now: Date;
  req: PayloadRequest;
}): Promise<ListedQuotation[] | null> {
  const workingCopy = await loadWorkingCopy({ articleId, now, req });
  if (!workingCopy) return null;
  const { quoteRules: rules } = await loadSettings(req);
  const findings = await checkQuotations({ workingCopy, rules, req });
  const { article, sections, quotes } = workingCopy;
  return list({ order: idsOf(article.sections), sections, quotes, findings, req });
}

/** The same for one section; one that belongs to no article yet is not checked. */
export async function describeSectionQuotations({
  sectionId,
  now,
  req,
}: {
  sectionId: string;
  now: Date;
  req: PayloadRequest;
}): Promise<ListedQuotation[] | null> {
  const [section] = await findByIds({ collection: 'sections', ids: [sectionId], draft: true, req });
  if (!section) return null;
  const articleId = idOf(section.article);
  const listed = articleId ? await describeQuotations({ articleId, now, req }) : null;
  if (listed) return listed.filter((quotation) => quotation.section === sectionId);
  const quotes = await findByIds({
    collection: 'quotes',
    ids: [...idsOf(section.quotes), ...storedQuotations(section).map(({ quote }) => quote)],
    draft: true,
    req,
  });
  return list({ order: [sectionId], sections: [section], quotes, findings: [], req });
}

async function list({
  order,
  sections,
  quotes,
  findings,
  req,
}: {
  order: string[];
  sections: readonly Section[];
  quotes: readonly Quote[];
  findings: readonly QuoteFinding[];
  req: PayloadRequest;
}): Promise<ListedQuotation[]> {
  const stored = new Map(sections.map((section) => [section.id, storedQuotations(section)]));
  const people = await findByIds({
    collection: 'people',
    ids: [
      ...[...stored.values()].flat().map(({ suggestedSpeaker }) => suggestedSpeaker),
      ...quotes.map(({ speaker }) => idOf(speaker)),
    ],
    req,
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return listQuotations({ order, sections, quotes, stored, findings, names });
}
