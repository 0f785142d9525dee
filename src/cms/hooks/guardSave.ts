import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { actorOf, articleState } from '../../actions/load/articleState';
import { Refusal } from '../../actions/Refusal';
import { idOf } from '../../domain/edition/WorkingCopy';
import { checkChanges, refusalOfChecks } from '../../domain/workflow/checkTable';
import { actionErrorStatus } from '../../domain/workflow/actionErrorStatus';
import { decideSave } from '../../domain/rights/decideSave';
import type { Article, Section } from '../../payload-types';
import { isFactCheckerOnly } from '../../domain/rights/rights';
import { newestVersion } from '../../actions/load/newestVersion';
import { articleChecks } from './articleChecks';

type Save = Parameters<CollectionBeforeChangeHook<Article>>[0];

/** The text of an article, which a fact-checker reads but does not write. */
const TEXT_FIELDS = ['headline', 'standfirst', 'sections'] as const;

/** Who may save an article: decided on its newest version, never by a query (payload-traps 9). */
const article: CollectionBeforeChangeHook<Article> = async (save) => {
  const { data, operation, originalDoc, req } = save;
  if (actionOf(req) || !req.user) return data;
  await refuseChecks(save);
  if (operation === 'create' || !originalDoc) return data;
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
    return { ...originalDoc, revision, _status, flags: { ...originalDoc.flags, ...flags } };
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

/** Who may raise, complete and lower a check is a table of the domain; old versions bring none back. */
async function refuseChecks({ context, data, operation, originalDoc, req }: Save): Promise<void> {
  if (context.isRestoringVersion) return;
  const original = operation === 'create' ? await originalOfCopy(req) : originalDoc;
  const before = articleChecks(original);
  const refused = refusalOfChecks(req.user, checkChanges(before, articleChecks(data, before)));
  if (!refused) return;
  const { code, message } = refused;
  throw new Refusal({ code, status: actionErrorStatus[code], message });
}

/** A copy begins with the checks of the article that it was made of. */
async function originalOfCopy(req: PayloadRequest): Promise<Article | null> {
  const { articles: id } = (req.context.sources ?? {}) as { articles?: unknown };
  return typeof id === 'string' ? newestVersion({ collection: 'articles', id, req }) : null;
}
