'use client';

import { $getNodeByKey } from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@payloadcms/richtext-lexical/lexical/react/useLexicalNodeSelection';
import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import type { RichTextNode } from '../../../domain/richText/RichText';
import { textOfBlocks } from '../../../domain/story/canvas';
import { useWords, type WordKey } from '../../words/useWords';

interface Shown {
  kind: WordKey;
  words: string;
  image?: string;
}

/** Something in the text that is not words: what it is, in a line, and a way to take it out. */
export function KeptCard({ node, nodeKey }: { node: RichTextNode; nodeKey: string }) {
  const [editor] = useLexicalComposerContext();
  const [isSelected, select, clear] = useLexicalNodeSelection(nodeKey);
  const { say } = useWords();
  const { kind, words, image } = useShown(node);
  const remove = () =>
    editor.update(() => {
      const kept = $getNodeByKey(nodeKey);
      kept?.selectNext();
      kept?.remove();
    });
  return (
    <div
      className={`story-card${isSelected ? ' story-card--selected' : ''}`}
      contentEditable={false}
      onClick={() => {
        clear();
        select(true);
      }}
    >
      {image && <img alt="" className="story-card__image" src={image} />}
      <p className="story-card__words">
        <span className="story-card__kind">{say(kind)}</span> {words}
      </p>
      {editor.isEditable() && (
        <button
          aria-label={say('story:takeOut', { kind: say(kind) })}
          className="story-card__remove"
          onClick={remove}
          type="button"
        >
          ×
        </button>
      )}
    </div>
  );
}

interface Record {
  alt?: string;
  caption?: string;
  filename?: string;
  url?: string;
  thumbnailURL?: string;
  text?: string;
}

function useShown(node: RichTextNode): Shown {
  const { config } = useConfig();
  const reference = referenceOf(node);
  const [record, setRecord] = useState<Record | null>(null);
  const address = reference
    ? `${config.routes.api}/${reference.collection}/${reference.id}?depth=0&draft=true`
    : null;
  useEffect(() => {
    if (!address) return undefined;
    const controller = new AbortController();
    fetch(address, { credentials: 'include', signal: controller.signal })
      .then(async (response) => setRecord(response.ok ? ((await response.json()) as Record) : null))
      .catch(() => undefined);
    return () => controller.abort();
  }, [address]);

  if (reference?.collection === 'media') {
    const image = record?.thumbnailURL ?? record?.url;
    return {
      kind: 'story:image',
      words: record?.alt ?? record?.filename ?? '',
      ...(image ? { image } : {}),
    };
  }
  if (reference) return { kind: 'story:pullQuote', words: record?.text ? `“${record.text}”` : '' };
  const fields = (node.fields ?? {}) as { blockType?: unknown; url?: unknown };
  if (fields.blockType === 'embed') {
    return { kind: 'story:embed', words: typeof fields.url === 'string' ? fields.url : '' };
  }
  return { kind: 'story:kept', words: textOfBlocks([node]) || node.type };
}

function referenceOf(node: RichTextNode): { collection: 'media' | 'quotes'; id: string } | null {
  const fields = (node.fields ?? {}) as { blockType?: unknown; quote?: unknown };
  if (node.type === 'upload' && typeof node.value === 'string') {
    return { collection: 'media', id: node.value };
  }
  return fields.blockType === 'pullQuote' && typeof fields.quote === 'string'
    ? { collection: 'quotes', id: fields.quote }
    : null;
}
