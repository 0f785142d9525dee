import type { Payload } from 'payload';

import type { QuoteDocument } from '../domain/edition/WorkingCopy';
import { boundContent, hashOfBound, type QuoteRecords } from '../domain/quotations/boundContent';
import { comparableWords } from '../domain/quotations/comparableWords';
import type { Migration, MigrationContext } from './Migration';

interface Row {
  _id: unknown;
  version?: StoredQuote;
}

type StoredQuote = Record<string, unknown> & {
  text?: string | null;
  verification?: { status?: string };
};

const TOLD_EVERY = 1_000;
const OPEN = { $in: ['verified', 'disputed'] };

/**
 * Verdicts from before they were bound to content are bound to what their records say at this moment,
 * in every version and in what readers have, and the editions get the seals beside their content. What
 * is disputed now is noted as disputed words.
 */
export const sealVerdicts: Migration = {
  name: 'sealVerdicts',
  run: async (context) => {
    const { connection } = context.payload.db;
    const versions = connection.collection<Row>('_quotes_versions');
    const documents = connection.collection<Row>('quotes');
    let count = 0;
    for await (const row of versions.find({
      'version.verification.status': OPEN,
      'version.verification.hash': { $exists: false },
    } as never)) {
      const seal = await sealOf(row.version ?? {}, context.payload);
      await versions.updateOne({ _id: row._id }, { $set: prefixed('version.', seal) as never });
      count += 1;
      if (count % TOLD_EVERY === 0) context.log(`Verdicts: ${count} versions are sealed`);
    }
    for await (const row of documents.find({
      'verification.status': OPEN,
      'verification.hash': { $exists: false },
    } as never)) {
      const seal = await sealOf(row, context.payload);
      await documents.updateOne({ _id: row._id }, { $set: prefixed('', seal) as never });
      count += 1;
    }
    if (count > 0) context.log(`Verdicts: ${count} versions are sealed, all of them`);
    await sealEditions(context);
  },
};

async function sealEditions({ payload, log }: MigrationContext): Promise<void> {
  const editions = payload.db.connection.collection<{
    _id: unknown;
    documents?: { quotes?: (StoredQuote & { id?: string })[] };
  }>('editions');
  let count = 0;
  for await (const { _id, documents } of editions.find(
    {
      'content.quotes': {
        $elemMatch: { 'verification.status': OPEN, 'verification.hash': { $exists: false } },
      },
      'carried.seals': { $exists: false },
    } as never,
    { projection: { 'documents.quotes': 1 } },
  )) {
    const seals: Record<string, string> = {};
    for (const quote of documents?.quotes ?? []) {
      const status = quote.verification?.status;
      if (!quote.id || (status !== 'verified' && status !== 'disputed')) continue;
      seals[quote.id] = (await sealOf(quote, payload)).hash;
    }
    await editions.updateOne({ _id }, { $set: { 'carried.seals': seals } as never });
    count += 1;
    if (count % TOLD_EVERY === 0) log(`Editions: ${count} have their seals`);
  }
  if (count > 0) log(`Editions: ${count} have their seals, all of them`);
}

async function sealOf(stored: StoredQuote, payload: Payload) {
  const quote = JSON.parse(JSON.stringify(stored)) as QuoteDocument;
  const bound = boundContent(quote, await recordsOf(quote, payload));
  const isDisputed = stored.verification?.status === 'disputed';
  return {
    bound,
    hash: hashOfBound(bound),
    disputedWords: isDisputed ? [comparableWords(stored.text ?? '')] : [],
  };
}

/** As they are in the newest version, as a save finds them. */
async function recordsOf(quote: QuoteDocument, payload: Payload): Promise<QuoteRecords> {
  const find = async (collection: 'people' | 'evidence-files', id: unknown) => {
    if (typeof id !== 'string') return null;
    const { docs } = await payload.find({
      collection,
      where: { id: { equals: id } },
      draft: collection === 'people',
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
    });
    return docs[0] ?? null;
  };
  return {
    speaker: (await find('people', quote.speaker)) as QuoteRecords['speaker'],
    file: (await find('evidence-files', quote.evidence?.file)) as QuoteRecords['file'],
  };
}

function prefixed(prefix: string, seal: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(seal).map(([name, value]) => [`${prefix}verification.${name}`, value]),
  );
}
