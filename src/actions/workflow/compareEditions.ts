import type { PayloadRequest } from 'payload';

import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import { diffEditions, type EditionDiff } from '../../domain/edition/diffEditions';
import type { EditionContent } from '../../domain/edition/EditionContent';
import { readEdition } from '../../domain/edition/readEdition';
import { withoutNote } from '../../domain/edition/withoutNote';
import { idOf } from '../../domain/edition/WorkingCopy';
import { headlinesFor } from '../load/headlinesFor';
import { loadEdition } from '../load/loadEdition';
import { loadWorkingCopy } from '../load/loadWorkingCopy';
import { Refusal } from '../Refusal';

/** An edition's id, or the working copy as it stands. */
export type EditionReference = 'working-copy' | (string & {});

export interface Comparison {
  before: EditionContent;
  after: EditionContent;
  /** Of `after`: approving with it approves exactly that text. */
  contentHash: string;
  /** The number of `after`, where it is an edition. */
  number: number | null;
  diff: EditionDiff;
  /** Headlines of the articles that either points at, by id: an edition holds ids. */
  articles: Record<string, string>;
}

/**
 * The readable difference between two states of an article, each an edition or the working copy.
 *
 * @throws Refusal NOT_FOUND 404 when one of them is not there or belongs to another article.
 */
export async function compareEditions({
  articleId,
  from,
  to,
  now,
  req,
}: {
  articleId: string;
  from: EditionReference;
  to: EditionReference;
  now: Date;
  req: PayloadRequest;
}): Promise<Comparison> {
  const state = async (reference: EditionReference): Promise<State> => {
    if (reference === 'working-copy') {
      const workingCopy = await loadWorkingCopy({ articleId, req, now });
      if (workingCopy) return { content: buildEdition(workingCopy), number: null };
    } else {
      const edition = await loadEdition(reference, req);
      if (edition && idOf(edition.article) === articleId) {
        return { content: readEdition(edition), number: edition.number ?? null };
      }
    }
    throw new Refusal({
      code: 'NOT_FOUND',
      status: 404,
      message: `This article has no edition “${reference}”. Name an edition’s id or “working-copy”.`,
    });
  };
  const { content: asItWas, number: wasEdition } = await state(from);
  const { content: after, number } = await state(to);
  // The note of an edition says how it differs from the one before it, not from what came after.
  const before = wasEdition === null || from === to ? asItWas : withoutNote(asItWas);
  return {
    before,
    after,
    contentHash: canonicalHash(after),
    number,
    diff: diffEditions(before, after),
    articles: await headlinesFor([before, after], req),
  };
}

interface State {
  content: EditionContent;
  /** Of an edition. */
  number: number | null;
}
