import type { PayloadRequest } from 'payload';

import { buildEdition } from '../domain/edition/buildEdition';
import { canonicalHash } from '../domain/edition/canonicalHash';
import type { Edition } from '../payload-types';
import type { LoadedWorkingCopy } from './loadWorkingCopy';

/** The documents of a working copy as they are written back when the edition is published. */
export interface EditionDocuments {
  article: Record<string, unknown>;
  sections: Record<string, unknown>[];
  quotes: Record<string, unknown>[];
}

/**
 * Freezes a working copy as the article's next edition: the content that readers get, its SHA-256
 * over canonical JSON (RFC 8785), and the documents it was made of.
 */
export async function freezeEdition({
  workingCopy,
  now,
  req,
}: {
  workingCopy: LoadedWorkingCopy;
  now: Date;
  req: PayloadRequest;
}): Promise<Edition> {
  const { article } = workingCopy;
  const content = buildEdition(workingCopy);
  const { totalDocs } = await req.payload.count({
    collection: 'editions',
    where: { article: { equals: article.id } },
    overrideAccess: true,
    req,
  });
  const documents: EditionDocuments = {
    article: { ...article },
    sections: workingCopy.sections.map((section) => ({ ...section })),
    quotes: workingCopy.quotes.map((quote) => ({ ...quote })),
  };
  return req.payload.create({
    collection: 'editions',
    data: {
      title: `${article.headline} · edition ${totalDocs + 1}`,
      article: article.id,
      number: totalDocs + 1,
      hash: canonicalHash(content),
      content: { ...content },
      documents: { ...documents },
      frozenAt: now.toISOString(),
      frozenBy: req.user?.id ?? null,
      frozenByName: req.user?.name ?? null,
    },
    depth: 0,
    overrideAccess: true,
    req,
  });
}
