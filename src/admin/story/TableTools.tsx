import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';

import { useWords } from '../words/useWords';
import { TABLE_CHANGES } from './canvas/tables';
import { Tool } from './Tool';

/** What can be done to the table with the cursor. */
export function TableTools({ editor }: { editor: LexicalEditor }) {
  const { say } = useWords();
  return (
    <div aria-label={say('story:tableTools')} className="story-toolbar__row" role="toolbar">
      {(Object.keys(TABLE_CHANGES) as (keyof typeof TABLE_CHANGES)[]).map((change) => (
        <Tool
          hint={say(`story:${change}`)}
          key={change}
          label={say(`story:${change}`)}
          onClick={() => editor.update(TABLE_CHANGES[change])}
        >
          {say(`story:${change}`)}
        </Tool>
      ))}
    </div>
  );
}
