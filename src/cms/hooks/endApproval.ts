import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { meetOnArticle } from '../../actions/transaction/meetOnArticle';
import { articlesThatWait } from '../../actions/load/articlesThatWait';
import { loadEdition } from '../../actions/load/loadEdition';
import { loadWorkingCopy } from '../../actions/load/loadWorkingCopy';
import { newestVersion } from '../../actions/load/newestVersion';
import { articlesUsing } from '../../actions/load/references';
import { recordAudit } from '../../actions/record/recordAudit';
import { writeFields } from '../../actions/record/writeFields';
import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import { readEdition } from '../../domain/edition/readEdition';
import type { EditionContent } from '../../domain/edition/EditionContent';
import { withoutNote } from '../../domain/edition/withoutNote';
import { idOf } from '../../domain/edition/WorkingCopy';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import { decideEdit } from '../../domain/workflow/decideEdit';
import type { Article, Edition, Quote, Section } from '../../payload-types';

/**
 * Approval is bound to content: when a save makes an approved working copy say anything else than the
 * edition that was approved, it is a draft again. The edition stays what it was. No approval happens
 * between the look at the stage and the commit of the save.
 */
async function returnToDraft(articleId: string, req: PayloadRequest): Promise<boolean> {
  await meetOnArticle(articleId, req);
  // Most saves are of drafts: the whole working copy is loaded only where there is an approval to end.
  const standing = await newestVersion({ collection: 'articles', id: articleId, req });
  if (standing?.workflow?.stage !== 'approved') return false;
  const now = new Date();
  const workingCopy = await loadWorkingCopy({ articleId, req, now });
  const workflow = workingCopy?.article.workflow;
  const editionId = idOf(workflow?.approvedEdition);
  if (!workingCopy || workflow?.stage !== 'approved' || !editionId) return false;
  const edition = await loadEdition(editionId, req);
  // The roles of people count as of the day of approval, or they alone would end it.
  const asOf = edition?.frozenAt?.slice(0, 10) ?? workingCopy.asOf;
  const isLive = idOf(workflow.liveEdition) === editionId;
  // Both in the format of today: the stored hash may be of an older one.
  const isContentChanged =
    !edition ||
    canonicalHash(buildEdition({ ...workingCopy, asOf })) !==
      canonicalHash(
        approvedText({ edition, isLive, hasNote: Boolean(workingCopy.article.change?.note) }),
      );
  const decision = decideEdit({ stage: workflow.stage, isContentChanged });
  if (!decision.ok || decision.stage === workflow.stage) return false;
  // The stage is the working copy's alone: what readers are served stays untouched by a save.
  // Payload finds a working copy by its status: one that readers do not see must say draft.
  const newest = { workflow: { ...workflow, stage: decision.stage }, _status: 'draft' };
  await writeFields({ collection: 'articles', id: articleId, newest, req });
  await recordAudit(
    { action: 'edit', articleId, from: 'approved', to: decision.stage, editionId, at: now },
    req,
  );
  return true;
}

/** Once it went out, the note of its change is no longer in the working copy. */
function approvedText({
  edition,
  isLive,
  hasNote,
}: {
  edition: Edition;
  isLive: boolean;
  hasNote: boolean;
}): EditionContent {
  const content = readEdition(edition);
  return isLive && !hasNote ? withoutNote(content) : content;
}

const article: CollectionAfterChangeHook<Article> = async ({ doc, req }) => {
  if (actionOf(req)) return doc;
  const isDraftAgain = await returnToDraft(doc.id, req);
  return isDraftAgain ? { ...doc, workflow: { ...doc.workflow, stage: 'draft' } } : doc;
};

const section: CollectionAfterChangeHook<Section> = async ({ doc, req }) => {
  const articleId = idOf(doc.article);
  if (!actionOf(req) && articleId) await returnToDraft(articleId, req);
  return doc;
};

const quote: CollectionAfterChangeHook<Quote> = async ({ doc, operation, req }) => {
  if (actionOf(req) || operation === 'create') return doc;
  const { docs } = await req.payload.find({
    collection: 'sections',
    where: { quotes: { in: [doc.id] } },
    draft: true,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  for (const articleId of new Set(docs.map((user) => idOf(user.article)))) {
    if (articleId) await returnToDraft(articleId, req);
  }
  return doc;
};

/** Records that articles share: a change of one counts in every article that shows it. */
const record: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  if (actionOf(req) || operation === 'create') return doc as unknown;
  const { id } = doc as { id: string };
  const target = { collection: collection.slug as FaceCollection, id, req };
  const articles = [...(await articlesThatWait(target)), ...(await articlesUsing(target))];
  for (const articleId of new Set(articles)) await returnToDraft(articleId, req);
  return doc as unknown;
};

export const endApproval = { article, section, quote, record };
