import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { useCallback, useEffect, useState } from 'react';

import { useWords, type Say } from '../words/useWords';
import { $moveSection, $nameOf, $sectionHeadings } from './canvas/sections';

interface Handle {
  key: string;
  name: string;
  top: number;
}

const SETTLE_MS = 120;

/** Beside the heading of each section: something to take hold of, with the mouse or with keys. */
export function SectionHandles({
  editor,
  onTell,
}: {
  editor: LexicalEditor;
  onTell: (words: string) => void;
}) {
  const { say } = useWords();
  const { handles, bottom } = useHandles(editor, say);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);

  const move = (from: number, to: number) => {
    const name = handles[from]?.name;
    if (!name || to < 0 || to >= handles.length || from === to) return;
    editor.update(() => void $moveSection(from, to));
    onTell(say('story:movedTo', { name, place: to + 1, count: handles.length }));
  };
  const placeAt = (from: number, y: number): number => {
    const root = editor.getRootElement();
    const at = y - (root?.getBoundingClientRect().top ?? 0);
    const under = handles.findLastIndex(({ top }) => top <= at);
    return under < 0 ? 0 : Math.min(under, handles.length - 1) === from ? from : under;
  };
  // Let go of below another section, it takes that one's place: the line shows where.
  const line =
    drag && drag.to !== drag.from
      ? drag.to < drag.from
        ? handles[drag.to]?.top
        : (handles[drag.to + 1]?.top ?? bottom)
      : undefined;

  if (handles.length < 2) return null;
  return (
    <>
      {handles.map(({ key, name, top }, index) => (
        <button
          aria-label={say('story:moveHandle', { name })}
          className={`story-handle${drag?.from === index ? ' story-handle--held' : ''}`}
          key={key}
          onKeyDown={(event) => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (!by) return;
            event.preventDefault();
            move(index, index + by);
          }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({ from: index, to: index });
          }}
          onPointerMove={(event) => {
            if (drag) setDrag({ ...drag, to: placeAt(drag.from, event.clientY) });
          }}
          onPointerUp={() => {
            if (drag) move(drag.from, drag.to);
            setDrag(null);
          }}
          onPointerCancel={() => setDrag(null)}
          style={{ top }}
          title={say('story:moveHint')}
          type="button"
        >
          <svg aria-hidden="true" height="16" viewBox="0 0 10 16" width="10">
            {[2, 8, 14].map((y) => (
              <g key={y}>
                <circle cx="2" cy={y} r="1.5" />
                <circle cx="8" cy={y} r="1.5" />
              </g>
            ))}
          </svg>
        </button>
      ))}
      {line !== undefined && <div className="story-handle__line" style={{ top: line - 6 }} />}
    </>
  );
}

/** The headings and how far down the text each stands. */
function useHandles(editor: LexicalEditor, say: Say): { handles: Handle[]; bottom: number } {
  const [measured, setMeasured] = useState<{ handles: Handle[]; bottom: number }>({
    handles: [],
    bottom: 0,
  });
  const measure = useCallback(() => {
    const handles = editor.getEditorState().read(() =>
      $sectionHeadings().map((heading) => ({
        key: heading.getKey(),
        name: $nameOf(heading, say),
        top: editor.getElementByKey(heading.getKey())?.offsetTop ?? 0,
      })),
    );
    const bottom = editor.getRootElement()?.offsetHeight ?? 0;
    setMeasured((before) =>
      JSON.stringify(before.handles) === JSON.stringify(handles) ? before : { handles, bottom },
    );
  }, [editor, say]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(measure, SETTLE_MS);
    };
    const size = new ResizeObserver(soon);
    const stopRoot = editor.registerRootListener((root, before) => {
      if (before) size.unobserve(before);
      if (root) size.observe(root);
    });
    const stopUpdates = editor.registerUpdateListener(soon);
    return () => {
      clearTimeout(timer);
      size.disconnect();
      stopRoot();
      stopUpdates();
    };
  }, [editor, measure]);
  return measured;
}
