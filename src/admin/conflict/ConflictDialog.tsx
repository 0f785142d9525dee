'use client';

import { Button } from '@payloadcms/ui';
import { useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

import { diffText } from '../../domain/edition/diffText';
import { lexicalText } from '../../domain/richText/lexicalText';
import type { RichText } from '../../domain/richText/RichText';
import { Words } from '../history/DiffView';

import '../workflow/workflow.css';
import './conflict.css';

export interface Versions {
  mine: Record<string, unknown>;
  theirs: Record<string, unknown>;
}

/** The words of a form that people write; other fields are small and the newest one counts. */
const TEXTS: Record<string, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  heading: 'Heading',
  body: 'Text',
  text: 'Verbatim text',
  dateline: 'Dateline',
};

/** Both texts side by side, so that nobody's words go under; the person decides which stands. */
export function ConflictDialog({
  versions: { mine, theirs },
  onCancel,
  onKeepMine,
  onTakeTheirs,
}: {
  versions: Versions;
  onCancel: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const differing = Object.keys(TEXTS).filter(
    (name) => wordsOf(mine[name]) !== wordsOf(theirs[name]),
  );
  return createPortal(
    <dialog
      ref={dialog}
      className="action-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>Two people have changed this</h2>
      <p>On the left is what was saved, on the right what is on your page and not saved.</p>
      {differing.length === 0 && <p>The words are the same; only other fields differ.</p>}
      <div className="diff">
        {differing.map((name) => (
          <section key={name} className="diff__change">
            <h4>{TEXTS[name]}</h4>
            <Words words={diffText(wordsOf(theirs[name]), wordsOf(mine[name]))} />
          </section>
        ))}
      </div>
      <p>
        To join the two, copy what you need from the left into your page, then save yours on top.
      </p>
      <div className="action-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} type="button">
          Back to my page
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onTakeTheirs} type="button">
          Take the saved one
        </Button>
        <Button margin={false} onClick={onKeepMine} type="button">
          Save mine on top
        </Button>
      </div>
    </dialog>,
    document.body,
  );
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const isBody = value !== null && typeof value === 'object' && 'root' in value;
  return isBody ? lexicalText(value as RichText) : '';
}
