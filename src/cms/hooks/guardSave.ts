import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { actorOf, articleState } from '../../actions/load/articleState';
import { Refusal } from '../../actions/Refusal';
import { idOf } from '../../domain/edition/WorkingCopy';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { decideSave } from '../../domain/rights/decideSave';
import type { Article, Section } from '../../payload-types';
import { isFactCheckerOnly, may } from '../../domain/rights/rights';
import { newestVersion } from '../../actions/load/newestVersion';

/** The text of an article, which a fact-checker reads but does not write. */
const TEXT_FIELDS = ['headline', 'standfirst', 'sections'] as const;

/** Who may save an article: decided on its newest version, never by a query (payload-traps 9). */
const article: CollectionBeforeChangeHook<Article> = ({ data, operation, originalDoc, req }) => {
  if (operation === 'create' || !originalDoc || actionOf(req) || !req.user) return data;
  refuseFlags(data, originalDoc, req);
  if (isFactCheckerOnly(req.user)) {
    const touchesText = TEXT_FIELDS.some(
      (field) =>
        field in data && JSON.stringify(data[field]) !== JSON.stringify(originalDoc[field]),
    );
    if (touchesText) {
      throw new Refusal({
        code: 'ROLE_NOT_ALLOWED',
        status: actionErrorStatus.ROLE_NOT_ALLOWED,
        message: 'A fact-checker completes the fact check; the text is the writer’s to change.',
      });
    }
    const { flags, revision, _status } = data;
    const factCheck = flags?.factCheck ?? originalDoc.flags?.factCheck;
    return { ...originalDoc, revision, _status, flags: { ...originalDoc.flags, factCheck } };
  }
  refuseUnlessAllowed(originalDoc, req);
  return data;
};

/** A section is saved by whoever may save the article that it belongs to. */
const section: CollectionBeforeChangeHook<Section> = async ({ data, originalDoc, req }) => {
  const articleId = idOf(originalDoc?.article) ?? idOf(data.article);
  if (!articleId || actionOf(req) || !req.user) return data;
  const owner = await newestVersion({ collection: 'articles', id: articleId, req });
  if (owner) refuseUnlessAllowed(owner, req);
  return data;
};

export const guardSave = { article, section };

function refuseUnlessAllowed(owner: Article, req: PayloadRequest): void {
  const decision = decideSave({
    user: actorOf(req.user),
    article: articleState(owner, { openOrder: null }),
  });
  if (!decision.ok) {
    const { code, message } = decision;
    throw new Refusal({ code, status: actionErrorStatus[code], message });
  }
}

/** Anybody may ask for a check; completing one is for those who answer for it. */
function refuseFlags(data: Partial<Article>, original: Article, req: PayloadRequest): void {
  const completes = (flag: 'legal' | 'factCheck') =>
    data.flags?.[flag] === 'complete' && original.flags?.[flag] !== 'complete';
  const isEditor = may(req.user, 'edit');
  const mayFactCheck = may(req.user, 'verifyQuotes');
  if ((completes('legal') && !isEditor) || (completes('factCheck') && !mayFactCheck)) {
    throw new Refusal({
      code: 'ROLE_NOT_ALLOWED',
      status: actionErrorStatus.ROLE_NOT_ALLOWED,
      message: completes('legal')
        ? 'An editor completes the legal check.'
        : 'A fact-checker or an editor completes the fact check.',
    });
  }
}
