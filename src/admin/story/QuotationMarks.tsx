import {
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical';
import { useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { useQuotations } from '../quotes/useQuotations';
import type { MarkedWords, Passage } from './canvas/findPassages';
import { QUOTATION_ASKED } from './canvas/goToIssue';
import { passageAtCursor } from './canvas/passageAtCursor';
import { selectRange } from './canvas/selectRange';
import { useMarks } from './canvas/useMarks';
import { LOOK_OF, QUOTATION_LOOKS } from './quotationLooks';
import { QuotationCard } from './QuotationCard';
import type { StorySaving } from './saving/useStorySaving';
import { StoryQuotations } from './StoryQuotations';

interface QuotationMark extends MarkedWords {
  quotation: ListedQuotation;
}

interface OpenCard {
  name: string;
  /** Where its words stand: the browser keeps it on them while somebody writes. */
  range: Range | null;
  /** Where the cursor was, and is again when the card is closed. */
  cursor: { node: Node; offset: number } | null;
  takesFocus: boolean;
}

/** How long a decision waits for somebody who goes on typing. */
const SETTLE_MS = 8_000;
const STEP_MS = 250;
/** Between the words and their card. */
const GAP = 8;
/** A click there closes no card: in the bar it may just have opened one. */
const LEAVES_OPEN =
  '.story-quotation-card, .workflow-bar, .action-dialog, .drawer, .payload-toast-container';

/**
 * The quotations of the story: underlined in the text by how they stand, each with a card on a click
 * or Alt and Enter, and all in a list under the text.
 */
export function QuotationMarks({
  editor,
  articleId,
  saving,
  onTell,
}: {
  editor: LexicalEditor;
  articleId: string;
  saving: StorySaving;
  onTell: (words: string) => void;
}) {
  const { idOf, saveNow } = saving;
  const { config } = useConfig();
  const panel = `${config.routes.admin}/collections/articles/${articleId}/quotations`;
  const settle = useCallback(async () => {
    const deadline = Date.now() + SETTLE_MS;
    for (;;) {
      if (await saveNow()) return true;
      if (Date.now() > deadline || !navigator.onLine) return false;
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  }, [saveNow]);
  const { quotations, decide, verify, vouch } = useQuotations(`articles/${articleId}`, 0, settle);
  const marks = useMemo(() => (quotations ?? []).flatMap(markOf), [quotations]);
  const [card, setCard] = useState<OpenCard | null>(null);
  const [top, setTop] = useState(0);
  /** With other words it is another quotation for the server; for whoever writes it is the same. */
  const follow = useCallback((found: readonly Passage<QuotationMark>[]) => {
    setCard((card) => {
      if (!card || found.some(({ mark }) => nameOf(mark.quotation) === card.name)) return card;
      const same = found.find(({ range }) => card.range && doMeet(range, card.range));
      if (!same) return card;
      // Shown anew under its other name, it has the focus again if it had it.
      const takesFocus = document.activeElement?.closest('.story-quotation-card') != null;
      return { ...card, name: nameOf(same.mark.quotation), range: same.range, takesFocus };
    });
  }, []);
  const passages = useMarks(editor, {
    marks,
    looks: QUOTATION_LOOKS,
    lookOf,
    idOf,
    onShown: follow,
  });

  const place = useCallback(
    (range: Range | null) => {
      const text = editor.getRootElement()?.getBoundingClientRect();
      if (range && text) setTop(range.getBoundingClientRect().bottom - text.top + GAP);
    },
    [editor],
  );
  const open = useCallback(
    ({ mark, range }: Passage<QuotationMark>, takesFocus: boolean) => {
      place(range);
      const { anchorNode, anchorOffset } = window.getSelection() ?? {};
      const cursor = anchorNode ? { node: anchorNode, offset: anchorOffset ?? 0 } : null;
      setCard({ name: nameOf(mark.quotation), range, cursor, takesFocus });
    },
    [place],
  );
  const close = useCallback(() => {
    setCard(null);
    const root = editor.getRootElement();
    // A cursor in the text has moved on from where it was.
    if (root?.contains(document.activeElement)) return;
    root?.focus({ preventScroll: true });
    const { node, offset } = card?.cursor ?? {};
    if (node?.isConnected) window.getSelection()?.collapse(node, offset);
  }, [card, editor]);
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      if ((target as Element).closest(LEAVES_OPEN)) return;
      const isInText = editor.getRootElement()?.contains(target as Node);
      const passage = isInText ? passageAtCursor(passages.current) : undefined;
      if (passage) open(passage, false);
      else setCard(null);
    };
    const asked = () => passageAtCursor(passages.current, { isAsked: true });
    const onAsked = () => {
      const passage = asked();
      if (passage) open(passage, false);
    };
    document.addEventListener('click', onClick);
    window.addEventListener(QUOTATION_ASKED, onAsked);
    const stopKey = editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const passage =
          event.altKey && !event.ctrlKey && event.key === 'Enter' ? asked() : undefined;
        if (!passage) return false;
        event.preventDefault();
        open(passage, true);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
    return () => {
      document.removeEventListener('click', onClick);
      window.removeEventListener(QUOTATION_ASKED, onAsked);
      stopKey();
    };
  }, [editor, open, passages]);

  useEffect(() => {
    if (!card) return undefined;
    const onKey = (event: KeyboardEvent) => {
      // A field in the card and a drawer over the page close first.
      if (
        event.key !== 'Escape' ||
        event.defaultPrevented ||
        document.querySelector('dialog[open]')
      )
        return;
      close();
    };
    document.addEventListener('keydown', onKey);
    const stop = editor.registerUpdateListener(() => place(card.range));
    return () => {
      document.removeEventListener('keydown', onKey);
      stop();
    };
  }, [card, close, editor, place]);

  const jump = (quotation: ListedQuotation) => {
    const passage = passages.current.find(({ mark }) => mark.quotation === quotation);
    if (passage) selectRange(editor, passage.range);
  };

  const opened = card && quotations?.find((quotation) => nameOf(quotation) === card.name);
  return (
    <>
      {opened && (
        <QuotationCard
          decide={decide}
          key={card.name}
          onClose={close}
          onTell={onTell}
          panel={panel}
          quotation={opened}
          takesFocus={card.takesFocus}
          top={top}
          verify={verify}
          vouch={vouch}
        />
      )}
      <StoryQuotations
        decide={decide}
        onJump={jump}
        panel={panel}
        quotations={quotations ?? []}
        verify={verify}
        vouch={vouch}
      />
    </>
  );
}

function doMeet(one: Range, other: Range): boolean {
  return (
    one.compareBoundaryPoints(Range.START_TO_END, other) >= 0 &&
    one.compareBoundaryPoints(Range.END_TO_START, other) <= 0
  );
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
  return LOOK_OF[quotation.state];
}

/** The same for a quotation as long as it is the same, whatever is decided about it. */
function nameOf({ section, key, quote, words }: ListedQuotation): string {
  return key ?? `${section} ${quote?.id ?? ''} ${words}`;
}
