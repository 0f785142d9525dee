import type { PayloadRequest } from 'payload';

import { boundContent, hashOfBound } from '../../domain/quotations/boundContent';
import { isDisputed } from '../../domain/quotations/verdict';
import type { QuoteRule, QuoteRules } from '../../domain/quotations/quoteRules';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { stopsPublication, type PublishIssue } from '../../domain/workflow/PublishIssue';
import type { Article, Quote, Section } from '../../payload-types';
import { checkQuotations } from './checkQuotations';
import { findByIds } from '../load/findByIds';
import type { EditionDocuments } from '../workflow/freezeEdition';
import { loadEdition } from '../load/loadEdition';
import { loadPeople } from '../load/loadWorkingCopy';
import { quoteRecords } from './quoteRecords';
import { Refusal } from '../Refusal';

/**
 * An edition keeps its words, but what is known about them may change: it does not go out with a
 * quotation about which something was found since its approval, where the newsroom blocks that:
 * disputed, no longer verified, recorded elsewhere under another speaker, a role put right. What the
 * approver saw, and what an editor overrides, stands in the way of nothing.
 *
 * @throws Refusal CONTENT_NOT_READY 422 with the issues.
 */
export async function refuseNewFaults({
  editionId,
  overrides,
  rules,
  req,
}: {
  editionId: string;
  /** Those of the article as it is now. */
  overrides: NonNullable<Article['quoteOverrides']>;
  rules: QuoteRules;
  req: PayloadRequest;
}): Promise<void> {
  const edition = await loadEdition(editionId, req);
  if (!edition) return;
  const { article, sections, quotes, knownFaults, checkedRules } =
    edition.documents as unknown as EditionDocuments<Article, Section, Quote>;
  const now = await findByIds({
    collection: 'quotes',
    ids: quotes.map(({ id }) => id),
    draft: true,
    req,
  });
  const quotesNow = [];
  for (const quote of quotes) {
    quotesNow.push({ ...quote, ...(await standingNow(quote, now, req)) });
  }
  const findings = await checkQuotations({
    workingCopy: {
      article: { ...article, quoteOverrides: [...overrides, ...(article.quoteOverrides ?? [])] },
      sections,
      quotes: quotesNow,
      people: await loadPeople({ article, sections, quotes, req }),
    },
    rules,
    req,
  });
  const issues = findings
    .filter(({ key, severity }) => severity === 'error' && !knownFaults?.includes(key))
    // What the rules of that day did not look for is no news about an approved edition.
    .filter(({ rule, section }) => checkedRules?.includes(rule) ?? isOldRule(rule, section))
    .map((finding): PublishIssue => ({
      ...finding,
      ...stopsPublication,
      message: `${finding.message} This was found after the edition was approved: put it right and have a new edition approved, or have an editor override it.`,
    }));
  if (issues.length === 0) return;
  throw new Refusal({
    code: 'CONTENT_NOT_READY',
    status: actionErrorStatus.CONTENT_NOT_READY,
    message: issues.map(({ message }) => message).join(' '),
    details: { issues },
  });
}

/** Before editions kept the rules of their day, fields were not looked at, nor what turns a meaning. */
const LATER_RULES: readonly QuoteRule[] = ['turned', 'joined', 'unanswered'];

function isOldRule(rule: QuoteRule, section: string | null): boolean {
  return section !== null && !LATER_RULES.includes(rule);
}

/**
 * What is known now about the words of an edition: a dispute about them, whatever the record says by
 * now, or that a verdict on this very content, or who vouched for it, was taken back. Another content says nothing.
 */
async function standingNow(
  frozen: Quote,
  now: readonly Quote[],
  req: PayloadRequest,
): Promise<Pick<Quote, 'verification' | 'vouching'>> {
  const { verification, vouching } = frozen;
  const current = now.find(({ id }) => id === frozen.id);
  if (isDisputed(frozen.text, current?.verification?.disputedWords))
    return { vouching, verification: { ...verification, status: 'disputed' } };
  const seal = verification?.hash ?? vouching?.hash;
  if (!current || !seal) return { verification, vouching };
  const content = boundContent(current, await quoteRecords(current, req));
  const known = hashOfBound(content) === seal ? current : frozen;
  return { verification: known.verification, vouching: known.vouching };
}
