'use client';

import { Button, Gutter, SetStepNav } from '@payloadcms/ui';
import { useId, useState } from 'react';

import { FORMATS_IN_WORDS } from '../../domain/formats/formats';
import { ImportRow } from './ImportRow';
import { useImport } from './useImport';

import './import.css';

/** Stories come in by dragging files here; nothing is made before somebody has seen what. */
export function ImportView() {
  const { files, add, remove, readAgain, importAll } = useImport();
  const [isOver, setOver] = useState(false);
  const input = useId();
  const ready = files.filter(({ state }) => state === 'read');
  const stories = ready.reduce((sum, file) => sum + file.stories.length, 0);
  const busy = files.filter(({ state }) => ['waiting', 'reading', 'importing'].includes(state));
  const settled = files.length - busy.length;

  return (
    <Gutter className="import">
      <SetStepNav nav={[{ label: 'Import' }]} />
      <h1>Import stories</h1>
      <p className="import__help">
        Each story becomes a draft article with its sections, quotations and people. You see what
        will be made before anything is. A story that was imported before is recognised and never
        made twice, and an editor’s changes are never overwritten.
      </p>
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
        <label htmlFor={input}>Drag files here, or choose them</label>
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
        <p className="import__help">Read are {FORMATS_IN_WORDS}.</p>
      </div>
      <p className="import__status" role="status">
        {files.length > 0 && busy.length > 0 && `${settled} of ${files.length} files done …`}
        {files.length > 0 && busy.length === 0 && summary(files)}
      </p>
      {busy.length > 0 && (
        <progress className="import__progress" max={files.length} value={settled}>
          {settled} of {files.length}
        </progress>
      )}
      <ul className="import__files">
        {files.map((file) => (
          <ImportRow
            key={file.key}
            file={file}
            onRemove={() => remove(file.key)}
            onReadAgain={() => readAgain(file)}
          />
        ))}
      </ul>
      {stories > 0 && (
        <div className="import__button">
          <Button onClick={importAll} disabled={busy.length > 0}>
            {stories === 1 ? 'Import this story' : `Import these ${stories} stories`}
          </Button>
        </div>
      )}
    </Gutter>
  );
}

function summary(files: readonly { state: string; stories: { outcome?: string }[] }[]): string {
  const outcomes = files.flatMap(({ stories }) => stories.flatMap(({ outcome }) => outcome ?? []));
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  const failed = files.filter(({ state }) => state === 'failed').length;
  const waiting = files
    .filter(({ state }) => state === 'read')
    .reduce((sum, { stories }) => sum + stories.length, 0);
  return [
    waiting > 0 && `${waiting} ready to import`,
    count('created') > 0 && `${count('created')} imported`,
    count('updated') > 0 && `${count('updated')} brought up to date`,
    count('separate') > 0 && `${count('separate')} beside an edited article`,
    count('unchanged') > 0 && `${count('unchanged')} imported before`,
    failed > 0 && `${failed} ${failed === 1 ? 'file' : 'files'} not readable`,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.');
}
