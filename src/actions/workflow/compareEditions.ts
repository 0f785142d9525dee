import type { PayloadRequest } from 'payload';

import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import { diffEditions, type EditionDiff } from '../../domain/edition/diffEditions';
import type { EditionContent } from '../../domain/edition/EditionContent';
import { readEdition } from '../../domain/edition/readEdition';
import { idOf } from '../../domain/edition/WorkingCopy';
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
  diff: EditionDiff;
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
  const content = async (reference: EditionReference): Promise<EditionContent> => {
    if (reference === 'working-copy') {
      const workingCopy = await loadWorkingCopy({ articleId, req, now });
      if (workingCopy) return buildEdition(workingCopy);
    } else {
      const edition = await loadEdition(reference, req);
      if (edition && idOf(edition.article) === articleId) {
        return readEdition(edition);
      }
    }
    throw new Refusal({
      code: 'NOT_FOUND',
      status: 404,
      message: `This article has no edition “${reference}”. Name an edition’s id or “working-copy”.`,
    });
  };
  const before = await content(from);
  const after = await content(to);
  return { before, after, contentHash: canonicalHash(after), diff: diffEditions(before, after) };
}
