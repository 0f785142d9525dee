import { useState, type ReactNode } from 'react';

import type { BodyPart } from '../../domain/edition/diffBodies';
import type { EditionContent } from '../../domain/edition/EditionContent';
import type { BodyBlock } from '../../domain/richText/bodyBlocks';
import { BodyView } from './BodyView';
import { useReading } from './reading';
import { Sides } from './Sides';

/** What became of a body, block by block; what stayed is folded. */
export function BodyDiff({
  parts,
  before,
  after,
  isWhole = false,
}: {
  parts: readonly BodyPart[];
  before: EditionContent;
  after: EditionContent;
  /** The whole section came or went, as its title says: its blocks need not say it one by one. */
  isWhole?: boolean;
}) {
  return parts.map((part, index) => (
    <Part key={index} part={part} before={before} after={after} isWhole={isWhole} />
  ));
}

function Part({
  part,
  before,
  after,
  isWhole,
}: {
  part: BodyPart;
  before: EditionContent;
  after: EditionContent;
  isWhole: boolean;
}) {
  const { say } = useReading();
  if (part.change === 'same') return <Unchanged blocks={part.blocks} content={after} />;
  if (part.change === 'changed') {
    const { aspects, runs } = part;
    const side = (left: 'added' | 'removed', block: BodyBlock, content: EditionContent) => (
      <BodyView
        blocks={[block]}
        content={content}
        runs={runs?.filter(({ change }) => change !== left)}
      />
    );
    const what = aspects.map((aspect) => say(`aspect:${aspect}`)).join(', ');
    return (
      <div className="body-diff">
        <Tag block={part.after}>{`${say('diff:changed')}: ${what}`}</Tag>
        <Sides
          say={say}
          before={side('added', part.before, before)}
          after={side('removed', part.after, after)}
        />
      </div>
    );
  }
  const { change, block } = part;
  const view = <BodyView blocks={[block]} content={change === 'removed' ? before : after} />;
  const As = change === 'added' ? 'ins' : change === 'removed' ? 'del' : 'div';
  return (
    <div className={`body-diff body-diff--${change}`}>
      {!isWhole && <Tag block={block}>{say(`diff:${change}`)}</Tag>}
      <As className="body-diff__block">{view}</As>
    </div>
  );
}

function Tag({ block, children }: { block: BodyBlock; children: string }) {
  const { say } = useReading();
  return (
    <p className="diff__tag">
      {say(`piece:${block.kind}`)} · <strong>{children}</strong>
    </p>
  );
}

/** Drawn when it is opened: a long article is mostly what nobody changed. */
function Unchanged({ blocks, content }: { blocks: readonly BodyBlock[]; content: EditionContent }) {
  const { say } = useReading();
  const areWords = blocks.every((block) => 'runs' in block);
  const count = blocks.length;
  return (
    <Folded title={say(areWords ? 'diff:unchanged' : 'diff:unchangedParts', { count })}>
      <BodyView blocks={blocks} content={content} />
    </Folded>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="diff__unchanged"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
