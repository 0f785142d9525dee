'use client';

import { Button, useConfig } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';

import { diffEditions, isSameEdition, type EditionDiff } from '../../domain/edition/diffEditions';
import type { EditionContent } from '../../domain/edition/EditionContent';
import { DiffView } from '../history/DiffView';
import { EditionText } from '../history/EditionText';
import { useWords } from '../words/useWords';

interface Comparison {
  after: EditionContent;
  contentHash: string;
  diff: EditionDiff;
}

/**
 * What is being approved: how it differs from what readers see, or all of it where they see nothing
 * yet, and, when the text moved while the dialog was open, what moved.
 */
export function ApprovedText({
  articleId,
  liveEdition,
  round,
  onShown,
}: {
  articleId: string;
  liveEdition: string | null;
  /** Changes when an approval was refused because the text moved: it is then read anew. */
  round: unknown;
  /** Called with the hash of the text that is shown, null while none is: only that is approved. */
  onShown: (contentHash: string | null) => void;
}) {
  const { config } = useConfig();
  const { say } = useWords();
  const opened = useRef<EditionContent | null>(null);
  const [shown, setShown] = useState<Comparison | null>(null);
  const [moved, setMoved] = useState<EditionDiff | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [isWhole, setWhole] = useState(false);
  const address = `${config.routes.api}/articles/${articleId}/diff?from=${liveEdition ?? 'working-copy'}`;

  useEffect(() => {
    let isGone = false;
    const read = async () => {
      onShown(null);
      const response = await fetch(address, { credentials: 'include' }).catch(() => null);
      const answer = response?.ok ? ((await response.json()) as Comparison) : null;
      if (isGone) return;
      setFailed(answer === null);
      if (!answer) return;
      if (opened.current) setMoved(diffEditions(opened.current, answer.after));
      opened.current = answer.after;
      setShown(answer);
      onShown(answer.contentHash);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [address, round, attempt, onShown]);

  if (hasFailed) {
    return (
      <div role="alert">
        <p>{say('dialog:notLoaded')}</p>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setAttempt((count) => count + 1)}
          size="small"
          type="button"
        >
          {say('dialog:again')}
        </Button>
      </div>
    );
  }
  if (!shown) return <p>{say('dialog:loading')}</p>;
  return (
    <div className="action-dialog__diff">
      {moved && !isSameEdition(moved) && (
        <>
          <h3>{say('dialog:moved')}</h3>
          <DiffView diff={moved} />
        </>
      )}
      {liveEdition ? (
        <>
          <h3>{say('dialog:differs')}</h3>
          <DiffView diff={shown.diff} />
          <details onToggle={({ currentTarget }) => setWhole(currentTarget.open)}>
            <summary>{say('dialog:whole')}</summary>
            {isWhole && <EditionText content={shown.after} />}
          </details>
        </>
      ) : (
        <>
          <p>{say('dialog:allNew')}</p>
          <EditionText content={shown.after} />
        </>
      )}
    </div>
  );
}
