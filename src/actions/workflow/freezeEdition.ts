import type { PayloadRequest } from 'payload';

import { buildEdition } from '../../domain/edition/buildEdition';
import { canonicalHash } from '../../domain/edition/canonicalHash';
import { idOf } from '../../domain/edition/WorkingCopy';
import { pinnedFiles } from '../../domain/files/pinnedFiles';
import type { Edition } from '../../payload-types';
import { everyRule, QUOTE_RULES } from '../../domain/quotations/quoteRules';
import { appendRecord } from '../record/appendRecord';
import { checkQuotations } from '../quotations/checkQuotations';
import type { LoadedWorkingCopy } from '../load/loadWorkingCopy';
import { slugRow } from '../load/slugRow';
import { writeFields } from '../record/writeFields';

/** The documents of a working copy as they are written back when the edition is published. */
export interface EditionDocuments<
  A = Record<string, unknown>,
  S = Record<string, unknown>,
  Q = Record<string, unknown>,
> {
  article: A;
  sections: S[];
  quotes: Q[];
  /** Keys of everything that was found about its quotations when it was approved. */
  knownFaults?: string[];
  /** The rules that were looked at then; none of the later ones stops an edition that was approved. */
  checkedRules?: string[];
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
  const found = await checkQuotations({ workingCopy, rules: everyRule('warn'), req });
  const documents: EditionDocuments = {
    article: { ...article },
    sections: workingCopy.sections.map((section) => ({ ...section })),
    quotes: workingCopy.quotes.map((quote) => ({ ...quote })),
    knownFaults: found.map(({ key }) => key),
    checkedRules: [...QUOTE_RULES],
  };
  await reserveSlug({ articleId: article.id, slug: article.slug ?? '', req });
  return appendRecord(
    'editions',
    {
      title: `${article.headline} · edition ${totalDocs + 1}`,
      article: article.id,
      number: totalDocs + 1,
      hash: canonicalHash(content),
      content,
      documents,
      files: pinnedFiles(content),
      frozenAt: now.toISOString(),
      frozenBy: req.user?.id ?? null,
      frozenByName: req.user?.name ?? null,
    },
    req,
  );
}

/** The draft may take another slug before this edition goes out; nobody else may take this one. */
async function reserveSlug({
  articleId,
  slug,
  req,
}: {
  articleId: string;
  slug: string;
  req: PayloadRequest;
}): Promise<void> {
  const row = await slugRow(slug, req);
  if (row && idOf(row.article) === articleId)
    await writeFields({ collection: 'slugs', id: row.id, stored: { isFrozen: true }, req });
}
