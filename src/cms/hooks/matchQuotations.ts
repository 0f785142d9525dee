import type { CollectionBeforeChangeHook } from 'payload';

import { decisionOf } from '../../actions/quotations/decideProposal';
import { proposeQuotes } from '../../actions/quotations/proposeQuotes';
import { storedQuotations } from '../../actions/quotations/storedQuotations';
import type { Section } from '../../payload-types';

/**
 * Reads the quotations of a section anew with every save of its text, whatever the client sends for
 * them, and keeps what editors decided. It stands after describeSection, which adds the quotes of
 * pull quotes, and changes nothing of the text: the person who writes meets no conflict.
 */
export const matchQuotations: CollectionBeforeChangeHook<Section> = async ({
  context,
  data,
  originalDoc,
  req,
}) => {
  const decision = decisionOf(context);
  const earlier = storedQuotations(originalDoc ?? {}).map((quotation) =>
    decision && decision.key === quotation.id ? { ...quotation, state: decision.state } : quotation,
  );
  const { article, heading, body, quotes, people } = { ...originalDoc, ...data };
  const quotations = await proposeQuotes({
    section: { id: originalDoc?.id ?? 'new', article, heading, body, quotes, people },
    earlier,
    now: new Date(),
    req,
  });
  return { ...data, quotations };
};
