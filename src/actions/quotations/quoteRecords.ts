import type { PayloadRequest } from 'payload';

import { idOf, type QuoteDocument } from '../../domain/edition/WorkingCopy';
import type { QuoteRecords } from '../../domain/quotations/boundContent';
import { findByIds } from '../load/findByIds';

/** The documents that a Quote points at, as the newsroom has them now. */
export async function quoteRecords(
  { speaker, evidence }: Pick<QuoteDocument, 'speaker' | 'evidence'>,
  req: PayloadRequest,
): Promise<QuoteRecords> {
  const [person] = await findByIds({ collection: 'people', ids: [idOf(speaker)], req });
  const file = idOf(evidence?.file);
  const [evidenceFile] = await findByIds({ collection: 'evidence-files', ids: [file], req });
  return { speaker: person ?? null, file: evidenceFile ?? null };
}
