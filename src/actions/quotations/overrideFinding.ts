import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { decideSave } from '../../domain/rights/decideSave';
import { may } from '../../domain/rights/rights';
import type { QuoteFinding } from '../../domain/quotations/QuoteFinding';
import { shortenedWords } from '../../domain/quotations/shortenedWords';
import { actorOf, articleState } from '../load/articleState';
import { checkQuotations } from './checkQuotations';
import { loadSettings } from '../load/loadSettings';
import { findWorkingCopy } from '../load/findWorkingCopy';
import type { ArticleActionCall } from '../workflow/performAction';
import { recordAudit } from '../record/recordAudit';
import { Refusal } from '../Refusal';
import { runAction } from '../transaction/runAction';
import { writeFields } from '../record/writeFields';

/**
 * Lets an article go on in spite of one finding about a quotation, by an editor, with a reason that
 * the article, its next editions and the history keep. It is about these words: once they change,
 * what is found then stands in the way again.
 *
 * @throws Refusal NOT_FOUND 404 for an article or a finding that is not there (any more),
 *   REASON_REQUIRED 422, ROLE_NOT_ALLOWED 403, and what the domain says about saving the article.
 */
export function overrideFinding({
  articleId,
  key,
  reason,
  now,
  ...call
}: Omit<ArticleActionCall, 'idempotencyKey'> & { key: string; reason: string }): Promise<{
  finding: QuoteFinding;
}> {
  return runAction({
    name: 'overrideFinding',
    ...call,
    work: async (req) => {
      const workingCopy = await findWorkingCopy({ articleId, now, req });
      const { article } = workingCopy;
      const user = actorOf(req.user);
      if (!may(user, 'overrideFindings')) {
        throw refusal('ROLE_NOT_ALLOWED', 'An editor overrides what is found about a quotation.');
      }
      const decision = decideSave({
        user,
        article: articleState(article, { openOrder: null }),
      });
      if (!decision.ok) throw refusal(decision.code, decision.message);
      if (!reason.trim()) {
        throw refusal('REASON_REQUIRED', 'Say why: the reason is kept with the article.');
      }
      const { quoteRules: rules } = await loadSettings(req);
      const findings = await checkQuotations({ workingCopy, rules, req });
      const finding = findings.find((found) => found.key === key);
      if (!finding) {
        throw refusal(
          'NOT_FOUND',
          'This is no longer found about the article: its words have changed. Open it anew.',
        );
      }
      const override = {
        key,
        code: finding.code,
        words: finding.words,
        reason: reason.trim(),
        byName: req.user?.name ?? '',
        at: now.toISOString(),
      };
      // Overrides of words that are no longer there have lapsed.
      const standing = (article.quoteOverrides ?? []).filter(
        (old) => old.key !== key && findings.some((found) => found.key === old.key),
      );
      await writeFields({
        collection: 'articles',
        id: articleId,
        newest: { quoteOverrides: [...standing, override] },
        req,
      });
      await recordAudit(
        {
          action: 'overrideFinding',
          articleId,
          from: finding.code,
          to: `overridden for “${shortenedWords(finding.words)}”`,
          reason: override.reason,
          at: now,
        },
        req,
      );
      return { finding: { ...finding, override } };
    },
  });
}

function refusal(code: keyof typeof actionErrorStatus, message: string): Refusal {
  return new Refusal({ code, status: actionErrorStatus[code], message });
}
