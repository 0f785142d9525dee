import { withoutHidden } from '../../domain/characters/hiddenCharacters';
import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import { recordedWords } from '../../domain/quotations/recordedWords';
import type { Quote, Section } from '../../payload-types';
import { loadProposal } from './decideProposal';
import { findByIds } from '../load/findByIds';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';

/** Who spoke, where the editor says so; none means the suggestion, if there is one. */
export interface ChosenSpeaker {
  /** The id of a Person. */
  speaker?: string | null;
  /** The name of somebody the newsroom has no record of yet: one is made. */
  newPerson?: string | null;
  attribution?: string | null;
}

/**
 * Makes a Quote of a quotation in a section and links it there, as saves by this user.
 *
 * @throws Refusal as `loadProposal` does, and what saving refuses.
 */
export function acceptProposal({
  sectionId,
  key,
  chosen,
  ...call
}: ActionCall & { sectionId: string; key: string; chosen: ChosenSpeaker }): Promise<{
  section: Section;
  quote: Quote;
}> {
  return inTransaction({
    ...call,
    work: async (req) => {
      const { section, quotation } = await loadProposal({ sectionId, key, req });
      const common = { draft: true, depth: 0, overrideAccess: false, req } as const;
      const [article] = await findByIds({
        collection: 'articles',
        ids: [idOf(section.article)],
        draft: true,
        req,
      });
      const name = chosen.newPerson?.trim();
      const person = name
        ? await req.payload.create({ collection: 'people', data: { name }, ...common })
        : null;
      const { speaker, attribution } = person
        ? { speaker: person.id, attribution: null }
        : chosen.speaker || chosen.attribution
          ? chosen
          : { speaker: quotation.suggestedSpeaker, attribution: quotation.suggestedAttribution };
      const quote = await req.payload.create({
        collection: 'quotes',
        data: {
          // In running text a character that nobody sees may stand; in the record of words it may not.
          text: withoutHidden(recordedWords(quotation.anchor.exact)).text,
          kind: quotation.kind,
          language: article?.language,
          speaker: speaker ?? null,
          attribution: attribution ?? null,
        },
        ...common,
      });
      const saved = await req.payload.update({
        collection: 'sections',
        id: sectionId,
        data: { quotes: [...idsOf(section.quotes), quote.id] },
        ...common,
      });
      return { section: saved, quote };
    },
  });
}
