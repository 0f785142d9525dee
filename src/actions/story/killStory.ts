import type { PayloadRequest } from 'payload';

import { isOlderVersion } from '../../domain/formats/isOlderVersion';
import type { Kill } from '../../domain/formats/SourceStory';
import { rolesFrom } from '../../domain/rights/Role';
import type { Article } from '../../payload-types';
import { articleState } from '../load/articleState';
import { findWorkingCopy } from '../load/findWorkingCopy';
import { recordAction } from '../record/recordAction';
import { sendNoticesSoon } from '../record/sendNotices';
import { writeFields } from '../record/writeFields';
import type { ActionCall } from '../transaction/inTransaction';
import { runAction } from '../transaction/runAction';
import { changeArticle } from '../workflow/changeArticle';

export interface KilledArticle {
  articleId: string;
  headline: string;
  /** `held`: put on hold. `live`: likewise, and readers see it. `unchanged`: it was on hold, or a later version came in. */
  outcome: 'held' | 'live' | 'unchanged';
}

/**
 * Puts every article of a story on hold that its source takes back, whoever brings the news, and
 * tells the desk and whose article it is; of one that readers see, that somebody has to withdraw it.
 */
export async function killStory({
  kill,
  now = new Date(),
  ...call
}: ActionCall & { kill: Kill; now?: Date }): Promise<KilledArticle[]> {
  const killed = await runAction({
    name: 'hold',
    ...call,
    work: async (req) => {
      const { docs } = await req.payload.find({
        collection: 'articles',
        where: { 'origin.externalId': { equals: kill.externalId } },
        draft: true,
        depth: 0,
        pagination: false,
        overrideAccess: true,
        req,
      });
      const done: KilledArticle[] = [];
      for (const article of docs) {
        done.push(await hold({ article, kill, now, req }));
      }
      return done;
    },
  });
  sendNoticesSoon(call.payload);
  return killed;
}

async function hold({
  article,
  kill: { version, reason },
  now,
  req,
}: {
  article: Article;
  kill: Kill;
  now: Date;
  req: PayloadRequest;
}): Promise<KilledArticle> {
  const told = { articleId: article.id, headline: article.headline ?? '' };
  const { origin } = article;
  const stored = { number: origin?.version ?? null, createdAt: origin?.versionAt ?? null };
  if (article.flags?.onHold || isOlderVersion(version, stored)) {
    return { ...told, outcome: 'unchanged' };
  }
  const workingCopy = await findWorkingCopy({ articleId: article.id, req, now });
  const { stage, publicationState, approvedEdition, liveEdition } = standingOf(workingCopy.article);
  const input = { reason: `Its source took it back.${reason ? ` ${reason}` : ''}` };
  const done = await changeArticle({
    action: 'hold',
    input,
    workingCopy,
    decision: {
      ok: true,
      to: { stage, publicationState, onHold: true, approvedEdition, liveEdition },
      freezesEdition: false,
      changesLiveText: false,
    },
    now,
    req,
  });
  await recordAction({ action: 'hold', input, done, now, req });
  const isLive = publicationState === 'live';
  await tellTheDesk({ article, isLive, reason, now, req });
  const known = version ? { version: version.number, versionAt: version.createdAt } : {};
  await writeFields({
    collection: 'articles',
    id: article.id,
    newest: { origin: { ...origin, ...known } },
    req,
  });
  return { ...told, outcome: isLive ? 'live' : 'held' };
}

/** Editors and above: what is taken back must not wait for one of them to look. */
async function tellTheDesk({
  article,
  isLive,
  reason,
  now,
  req,
}: {
  article: Article;
  isLive: boolean;
  reason: string | null;
  now: Date;
  req: PayloadRequest;
}): Promise<void> {
  const { docs: users } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: rolesFrom('editor') } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const headline = article.headline ?? '';
  const text = isLive
    ? `The source took back “${headline}”, which readers see: withdraw it.`
    : `The source took back “${headline}”: it is on hold.`;
  for (const { id } of users) {
    await req.payload.db.create({
      collection: 'notices',
      data: {
        user: id,
        article: article.id,
        action: 'hold',
        text: `${text}${reason ? ` “${reason}”` : ''}`,
        at: now.toISOString(),
      },
      req,
    });
  }
}

function standingOf(article: Article) {
  return articleState(article, { openOrder: null });
}
