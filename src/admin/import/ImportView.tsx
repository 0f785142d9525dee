'use client';

import { Button, Gutter, SetStepNav } from '@payloadcms/ui';
import { useId, useState } from 'react';

import { useWords, type Say } from '../words/useWords';
import { ImportRow } from './ImportRow';
import { useImport } from './useImport';

import './import.css';

/** Stories come in by dragging files here; nothing is made before somebody has seen what. */
export function ImportView() {
  const { say } = useWords();
  const { files, add, remove, readAgain, importAll } = useImport();
  const [isOver, setOver] = useState(false);
  const input = useId();
  const ready = files.filter(({ state }) => state === 'read');
  const stories = ready.reduce((sum, file) => sum + file.stories.length, 0);
  const busy = files.filter(({ state }) => ['waiting', 'reading', 'importing'].includes(state));
  const settled = files.length - busy.length;

  return (
    <Gutter className="import">
      <SetStepNav nav={[{ label: say('import:link') }]} />
      <h1>{say('import:title')}</h1>
      <p className="import__help">{say('import:help')}</p>
      <div
        className={isOver ? 'import__drop import__drop--over' : 'import__drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        <label htmlFor={input}>{say('import:drag')}</label>
        <input
          id={input}
          type="file"
          multiple
          accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.json,.xml,.wxr"
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <p className="import__help">{say('import:formats')}</p>
      </div>
      <p className="import__status" role="status">
        {files.length > 0 &&
          busy.length > 0 &&
          say('import:progress', { settled, count: files.length })}
        {files.length > 0 && busy.length === 0 && summary(files, say)}
      </p>
      {busy.length > 0 && (
        <progress className="import__progress" max={files.length} value={settled}>
          {say('import:progress', { settled, count: files.length })}
        </progress>
      )}
      <ul className="import__files">
        {files.map((file) => (
          <ImportRow
            key={file.key}
            file={file}
            onRemove={() => remove(file.key)}
            onReadAgain={(tracked) => readAgain(file, tracked)}
          />
        ))}
      </ul>
      {stories > 0 && (
        <div className="import__button">
          <Button onClick={importAll} disabled={busy.length > 0}>
            {say('import:import', { count: stories })}
          </Button>
        </div>
      )}
    </Gutter>
  );
}

function summary(
  files: readonly { state: string; stories: { outcome?: string }[] }[],
  say: Say,
): string {
  const outcomes = files.flatMap(({ stories }) => stories.flatMap(({ outcome }) => outcome ?? []));
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  const failed = files.filter(({ state }) => state === 'failed').length;
  const waiting = files
    .filter(({ state }) => state === 'read')
    .reduce((sum, { stories }) => sum + stories.length, 0);
  return [
    waiting > 0 && say('import:sum_read', { count: waiting }),
    ...(['created', 'updated', 'separate', 'unsure', 'older', 'unchanged'] as const).map(
      (outcome) => count(outcome) > 0 && say(`import:sum_${outcome}`, { count: count(outcome) }),
    ),
    failed > 0 && say('import:sum_failed', { count: failed }),
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.');
}
