import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useEffect, useRef, useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { QuotationList } from '../quotes/QuotationList';
import { stateWords } from '../quotes/quotationWords';
import { useQuotations, type Decide } from '../quotes/useQuotations';
import { findPassages, type Passage } from './canvas/findPassages';
import { paintPassages } from './canvas/paintPassages';
import type { StorySaving } from './saving/useStorySaving';

/** Marks follow the words in a pause of typing. */
const PAUSE_MS = 400;

interface OpenCard {
  key: string;
  top: number;
}

/** The quotations of the story: underlined in the text, a card on a click, and all in a list. */
export function QuotationMarks({
  editor,
  articleId,
  saving,
}: {
  editor: LexicalEditor;
  articleId: string;
  saving: StorySaving;
}) {
  const { quotations, decide } = useQuotations(`articles/${articleId}`, 0);
  const [card, setCard] = useState<OpenCard | null>(null);
  const passages = useRef<Passage[]>([]);
  const { idOf, saveNow } = saving;

  useEffect(() => {
    const mark = () => {
      passages.current = findPassages({ editor, quotations: quotations ?? [], idOf });
      paintPassages(passages.current);
    };
    mark();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(mark, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
      paintPassages([]);
    };
  }, [editor, idOf, quotations]);

  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      if ((target as Element).closest('.story-quotation-card')) return;
      const selection = window.getSelection();
      const { anchorNode, anchorOffset } = selection ?? {};
      const root = editor.getRootElement();
      const isInText = anchorNode && root?.contains(target as Node) && selection?.isCollapsed;
      const hit = isInText
        ? passages.current.find(({ range }) => range.isPointInRange(anchorNode, anchorOffset ?? 0))
        : undefined;
      if (!hit || !root) return setCard(null);
      const top = hit.range.getBoundingClientRect().bottom - root.getBoundingClientRect().top + 8;
      setCard({ key: nameOf(hit.quotation), top });
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setCard(null);
    };
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, [editor]);

  /** A decision is about the text that the server has. */
  const decideHere: Decide = async (...decision) => {
    await saveNow();
    return decide(...decision);
  };
  const jump = (quotation: ListedQuotation) => {
    const passage = passages.current.find((one) => one.quotation === quotation);
    if (!passage) return;
    editor.focus();
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(passage.range.cloneRange());
    passage.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };

  const opened = card && quotations?.find((quotation) => nameOf(quotation) === card.key);
  return (
    <>
      {opened && (
        <section aria-label="Quotation" className="story-quotation-card" style={{ top: card.top }}>
          <button
            aria-label="Close"
            className="story-card__remove"
            onClick={() => setCard(null)}
            type="button"
          >
            ×
          </button>
          <QuotationList decide={decideHere} quotations={[opened]} />
        </section>
      )}
      {quotations && quotations.length > 0 && (
        <details className="story-quotations">
          <summary>Quotations: {summary(quotations)}</summary>
          <QuotationList decide={decideHere} onJump={jump} quotations={quotations} />
        </details>
      )}
    </>
  );
}

function nameOf({ section, key, quote, start }: ListedQuotation): string {
  return `${section} ${key ?? quote?.id ?? ''} ${start ?? ''}`;
}

/** "2 verified, 1 unverified" */
function summary(quotations: readonly ListedQuotation[]): string {
  const counts = new Map<string, number>();
  for (const { state } of quotations) {
    const words = stateWords[state].toLowerCase();
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${count} ${words}`).join(', ');
}
