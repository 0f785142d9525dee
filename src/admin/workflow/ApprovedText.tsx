'use client';

import { Button, useConfig } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';

import { diffEditions, isSameEdition } from '../../domain/edition/diffEditions';
import { DiffView, type Compared } from '../edition/DiffView';
import { EditionView } from '../edition/EditionView';
import { useWords } from '../words/useWords';

interface Comparison extends Compared {
  /** Of `after`. */
  contentHash: string;
}

/**
 * What is being approved: how it differs from what readers see, and all of it, which comes first where
 * they see nothing yet; and, when the text moved while the dialog was open, what moved.
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
  const words = useWords();
  const { say } = words;
  const opened = useRef<Comparison | null>(null);
  const [shown, setShown] = useState<Comparison | null>(null);
  const [moved, setMoved] = useState<Compared | null>(null);
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
      const before = opened.current?.after;
      if (before) {
        const articles = { ...opened.current?.articles, ...answer.articles };
        const diff = diffEditions(before, answer.after);
        setMoved({ before, after: answer.after, diff, articles });
      }
      opened.current = answer;
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
  const whole = <EditionView content={shown.after} articles={shown.articles} {...words} />;
  return (
    <div className="action-dialog__diff">
      {!liveEdition && <p>{say('dialog:allNew')}</p>}
      {moved && !isSameEdition(moved.diff) && (
        <>
          <h3>{say('dialog:moved')}</h3>
          <DiffView compared={moved} {...words} />
        </>
      )}
      {liveEdition ? (
        <>
          <h3>{say('dialog:differs')}</h3>
          <DiffView compared={shown} {...words} />
          <details onToggle={({ currentTarget }) => setWhole(currentTarget.open)}>
            <summary>{say('dialog:whole')}</summary>
            {isWhole && whole}
          </details>
        </>
      ) : (
        whole
      )}
    </div>
  );
}
