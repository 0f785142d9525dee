import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useMemo } from 'react';

import type { ListedQuotation, ListedState } from '../../domain/quotations/ListedQuotation';
import { useQuotations } from '../quotes/useQuotations';
import type { MarkedWords } from './canvas/findPassages';
import { useMarks } from './canvas/useMarks';
import type { StorySaving } from './saving/useStorySaving';

interface QuotationMark extends MarkedWords {
  quotation: ListedQuotation;
}

const LOOKS: Record<ListedState, string> = {
  missing: 'story-quotation-altered',
  altered: 'story-quotation-altered',
  disputed: 'story-quotation-altered',
  unattributed: 'story-quotation-unattributed',
  proposed: 'story-quotation-unattributed',
  unverified: 'story-quotation-unverified',
  verified: 'story-quotation-verified',
  dismissed: 'story-quotation-dismissed',
};
const ALL_LOOKS = [...new Set(Object.values(LOOKS))];

/** The quotations of the story, underlined in the text by how they stand. */
export function QuotationMarks({
  editor,
  articleId,
  saving,
}: {
  editor: LexicalEditor;
  articleId: string;
  saving: StorySaving;
}) {
  const { quotations } = useQuotations(`articles/${articleId}`, 0);
  const marks = useMemo(() => (quotations ?? []).flatMap(markOf), [quotations]);
  useMarks(editor, { marks, looks: ALL_LOOKS, lookOf, idOf: saving.idOf });
  return null;
}

/** Words that the text does not have are nowhere to be marked. */
function markOf(quotation: ListedQuotation): QuotationMark[] {
  const { section, words, start, selectors } = quotation;
  if (start === null) return [];
  const quoted = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const before = quoted?.type === 'TextQuoteSelector' ? quoted.prefix : '';
  return [{ quotation, section, words, before }];
}

function lookOf({ quotation }: QuotationMark): string {
  return LOOKS[quotation.state];
}
