'use client';

import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { AutoLinkNode, HorizontalRuleNode, LinkNode } from '@payloadcms/richtext-lexical/client';
import { ListItemNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list';
import { LexicalComposer } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposer';
import { HeadingNode, QuoteNode } from '@payloadcms/richtext-lexical/lexical/rich-text';
import { useDocumentInfo } from '@payloadcms/ui';
import { useMemo } from 'react';

import { blocksOf, canvasOf } from '../../domain/story/canvas';
import type { WholeStory } from '../../domain/story/WholeStory';
import { STORY_NAMESPACE } from './canvas/namespace';
import { KeptNode } from './canvas/KeptNode';
import { StoryCanvas, type StoryProps } from './StoryCanvas';

const NODES = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  AutoLinkNode,
  HorizontalRuleNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  KeptNode,
];

const THEME = {
  heading: { h2: 'story-heading', h3: 'story-subheading', h4: 'story-subheading' },
  link: 'story-link',
  list: { nested: { listitem: 'story-nested' } },
  table: 'story-table',
  tableCellSelected: 'story-table__chosen',
  text: { bold: 'story-bold', italic: 'story-italic', strikethrough: 'story-struck' },
};

/** One editor for the whole story, which is what makes it one text with one history. */
export function StoryPage(props: StoryProps) {
  const { story } = props;
  const { hasSavePermission } = useDocumentInfo();
  const isEditable = hasSavePermission !== false;
  const config = useMemo(
    () => ({
      namespace: STORY_NAMESPACE,
      nodes: NODES,
      theme: THEME,
      editable: isEditable,
      editorState: JSON.stringify(canvasOf(sectionsToShow(story))),
      onError: (error: Error) => {
        throw error;
      },
    }),
    [story, isEditable],
  );
  return (
    <LexicalComposer initialConfig={config}>
      <StoryCanvas {...props} isEditable={isEditable} />
    </LexicalComposer>
  );
}

/** A story without any section begins with its lead. */
function sectionsToShow({ sections }: WholeStory) {
  if (sections.length === 0) return [{ key: '', heading: '', blocks: [] }];
  return sections.map(({ id, heading, body }) => ({
    key: id,
    heading: heading ?? '',
    blocks: blocksOf(body),
  }));
}
