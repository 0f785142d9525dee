'use client';

import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import { isLiveChange } from '../../domain/workflow/ArticleState';
import { DiffView, type Compared } from '../edition/DiffView';
import { EditionView } from '../edition/EditionView';
import { Marked } from '../edition/Marked';
import { useWords } from '../words/useWords';

interface Answer extends Compared {
  number: number | null;
}

/** Which edition is to go out, and what changes for readers by it. */
export function EditionToPublish({
  articleId,
  edition,
  liveEdition,
}: {
  articleId: string;
  edition: string;
  /** What readers see now; null for nothing. */
  liveEdition: string | null;
}) {
  const { config } = useConfig();
  const words = useWords();
  const { say } = words;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const address = `${config.routes.api}/articles/${articleId}/diff?from=${liveEdition ?? edition}&to=${edition}`;

  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const response = await fetch(address, { credentials: 'include' }).catch(() => null);
      const told = response?.ok ? ((await response.json()) as Answer) : null;
      if (isGone) return;
      setAnswer(told);
      setFailed(told === null);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [address]);

  if (hasFailed) return <p role="alert">{say('dialog:notShown')}</p>;
  if (!answer) return <p>{say('dialog:loading')}</p>;
  const { after, diff, number, articles } = answer;
  const { change } = after;
  return (
    <div className="action-dialog__diff">
      <p className="action-dialog__edition">
        <strong>{say('bar:edition', { number: number ?? '' })}</strong>{' '}
        <Marked text={after.headline ?? ''} language={words.language} />
      </p>
      {liveEdition ? (
        <>
          {isLiveChange(change) && (
            <p>
              {say(`dialog:${change.kind}`)}: “
              <Marked text={change.note} language={words.language} />”
            </p>
          )}
          <h3>{say('dialog:changesForReaders')}</h3>
          <DiffView
            compared={{ ...answer, diff: { ...diff, fields: diff.fields.filter(isNotNote) } }}
            {...words}
          />
        </>
      ) : (
        <p>{say('dialog:firstTime')}</p>
      )}
      <details onToggle={({ currentTarget }) => setWhole(currentTarget.open)}>
        <summary>{say('dialog:whole')}</summary>
        {isWhole && <EditionView content={after} articles={articles} {...words} />}
      </details>
    </div>
  );
}

/** The note stands above what it explains. */
function isNotNote({ field }: { field: string }): boolean {
  return !field.startsWith('change.');
}
