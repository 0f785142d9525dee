import type { DataFromCollectionSlug, PayloadRequest } from 'payload';

import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import { blocksOf, checkedSections } from '../../domain/quotations/checkedSections';
import { pairQuotations } from '../../domain/quotations/pairQuotations';
import type { KnownSpeaker, Quotation } from '../../domain/quotations/readQuotations';
import type { SectionQuotation } from '../../domain/quotations/SectionQuotation';
import { updateQuotations } from '../../domain/quotations/updateQuotations';
import { mayHoldSpeech } from '../../domain/quotes/findUnmarked';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { Person, Section } from '../../payload-types';
import { findByIds } from '../load/findByIds';
import { loadWorkingCopy } from '../load/loadWorkingCopy';

/** A section as it is about to be saved; a new one has no id yet. */
type SavedSection = Pick<Section, 'article' | 'heading' | 'body' | 'quotes' | 'people'> & {
  id: string;
};

/**
 * The quotations of a section that is being saved, matched with its Quotes and those of its article;
 * the others are proposals. `earlier` are those of the section before, with what editors decided.
 */
export async function proposeQuotes({
  section,
  earlier,
  now,
  req,
}: {
  section: SavedSection;
  earlier: readonly SectionQuotation[];
  now: Date;
  req: PayloadRequest;
}): Promise<SectionQuotation[]> {
  const text = lexicalText(section.body);
  const nothing = { text, quotations: [], quoteIds: [], earlier, peopleByName: new Map() };
  // Most saves are of text without a single quotation: those cost nothing.
  if (!mayHoldSpeech(text, blocksOf(section))) return updateQuotations(nothing);

  const articleId = idOf(section.article);
  const workingCopy = articleId ? await loadWorkingCopy({ articleId, now, req }) : null;
  const neighbours = (workingCopy?.sections ?? []).filter(({ id }) => id !== section.id);
  const order = idsOf(workingCopy?.article.sections);
  const own = await documentsOf('quotes', idsOf(section.quotes), workingCopy?.quotes, req);
  const others = (workingCopy?.quotes ?? []).filter(({ id }) => !own.some((o) => o.id === id));
  const people = [
    ...(workingCopy?.people ?? []),
    ...(await documentsOf('people', idsOf(section.people), workingCopy?.people, req)),
  ].map(knownSpeaker);

  const quotations =
    checkedSections({
      workingCopy: {
        article: {
          ...workingCopy?.article,
          id: articleId ?? '',
          sections: order.includes(section.id) ? order : [...order, section.id],
        },
        sections: [...neighbours, section],
      },
      people,
      dismissed: new Map(),
    }).find(({ document }) => document.id === section.id)?.quotations ?? [];
  const quotes = [...own, ...others].map(({ id, text: words }) => ({ id, text: words }));
  const quoteIds = pairQuotations({ quotations, quotes }).map((pair) =>
    pair ? (quotes[pair.quote]?.id ?? null) : null,
  );
  const peopleByName = await findSpeakers({ quotations, quoteIds, people, req });
  return updateQuotations({ text, quotations, quoteIds, earlier, peopleByName });
}

/** A person with every form of the name that the newsroom knows. */
export function knownSpeaker({ id, name, aliases }: Person): KnownSpeaker {
  return { id, name, aliases: aliases ?? [] };
}

/** The newest drafts of documents, those that are loaded already among them. */
async function documentsOf<S extends 'quotes' | 'people'>(
  collection: S,
  ids: readonly string[],
  loaded: readonly DataFromCollectionSlug<S>[] = [],
  req: PayloadRequest,
): Promise<DataFromCollectionSlug<S>[]> {
  const missing = ids.filter((id) => !loaded.some((document) => document.id === id));
  return [
    ...loaded.filter(({ id }) => ids.includes(String(id))),
    ...(await findByIds({ collection, ids: missing, draft: true, req })),
  ];
}

/** The records of those who clearly speak, by the name that the text gives. */
async function findSpeakers({
  quotations,
  quoteIds,
  people,
  req,
}: {
  quotations: readonly Quotation[];
  quoteIds: readonly (string | null)[];
  people: readonly KnownSpeaker[];
  req: PayloadRequest;
}): Promise<Map<string, string>> {
  const byName = new Map(people.map(({ name, id }) => [name, id]));
  const unknown = quotations.flatMap(({ speaker }, index) => {
    const name = !quoteIds[index] && speaker?.isConfident ? speaker.name : null;
    return name && !byName.has(name) ? [name] : [];
  });
  if (unknown.length === 0) return byName;
  const { docs } = await req.payload.find({
    collection: 'people',
    draft: true,
    where: { or: [{ name: { in: unknown } }, { aliases: { in: unknown } }] },
    depth: 0,
    limit: 50,
    pagination: false,
    overrideAccess: true,
    req,
  });
  for (const name of unknown) {
    const bearers = docs.filter((person) =>
      [person.name, ...(person.aliases ?? [])].includes(name),
    );
    // Of two people with one name, the editor chooses.
    const [only] = bearers;
    if (only && bearers.length === 1) byName.set(name, only.id);
  }
  return byName;
}
