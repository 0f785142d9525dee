import { Fragment, type ReactNode } from 'react';

import type { RunChange } from '../../domain/edition/diffBodies';
import type { EditionContent } from '../../domain/edition/EditionContent';
import {
  TEXT_FORMATS,
  type BodyBlock,
  type LinkTarget,
  type TableRow,
  type TextFormat,
  type TextRun,
} from '../../domain/richText/bodyBlocks';
import { Address } from './Address';
import { Marked } from './Marked';
import { useReading, type Reading } from './reading';
import { Picture } from './RecordView';

/** What stands in a body, as readers see it, with what a page does not show: where links lead. */
export function BodyView({
  blocks,
  content,
  runs = null,
}: {
  blocks: readonly BodyBlock[];
  /** Where its pictures and pull quotes are looked up first. */
  content?: EditionContent;
  /** Of a single block that changed: its words with what went or came. */
  runs?: readonly (TextRun | RunChange)[] | null;
}) {
  return groupsOf(blocks).map((group, index) =>
    isRows(group) ? (
      <Table key={index} rows={group} />
    ) : group[0]?.kind === 'item' ? (
      <ul className="edition-body__list" key={index}>
        {group.map((block, place) => (
          <Block key={place} block={block} content={content} runs={runs} />
        ))}
      </ul>
    ) : (
      group.map((block, place) => (
        <Block key={`${index}.${place}`} block={block} content={content} runs={runs} />
      ))
    ),
  );
}

/** Items that follow each other stand in one list, and rows in one table. */
function groupsOf(blocks: readonly BodyBlock[]): BodyBlock[][] {
  const groups: BodyBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isSame = block.kind === 'item' || (block.kind === 'row' && !block.isApart);
    if (isSame && last?.[0]?.kind === block.kind) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function isRows(group: readonly BodyBlock[]): group is TableRow[] {
  return group[0]?.kind === 'row';
}

function Table({ rows }: { rows: readonly TableRow[] }) {
  return (
    <div className="edition-body__table">
      <table>
        <tbody>
          {rows.map(({ cells }, index) => (
            <tr key={index}>
              {cells.map(({ heads, columns, rows: down, blocks }, place) => {
                const Cell = heads === null ? 'td' : 'th';
                return (
                  <Cell key={place} colSpan={columns} rowSpan={down}>
                    <BodyView blocks={blocks} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BlockProps {
  block: BodyBlock;
  content: EditionContent | undefined;
  runs: readonly (TextRun | RunChange)[] | null;
}

function Block({ block, content, runs }: BlockProps) {
  const reading = useReading();
  const { say, language } = reading;
  if ('runs' in block) return <WordBlock block={block} runs={runs ?? block.runs} />;
  switch (block.kind) {
    // Shown by its table.
    case 'row':
      return null;
    case 'rule':
      return <hr />;
    case 'image': {
      const image = look(reading, content, ({ images }) =>
        images.find(({ id }) => id === block.id),
      );
      return image ? <Picture image={image} /> : <Gone>{say('view:noFile')}</Gone>;
    }
    case 'pullQuote': {
      const quote = look(reading, content, ({ quotes }) =>
        quotes.find(({ id }) => id === block.id),
      );
      if (!quote) return <Gone>{say('view:noQuote')}</Gone>;
      const { name, role } = quote.speaker ?? {};
      const speaker = [name ?? say('dialog:nobody'), role].filter(Boolean).join(', ');
      return (
        <Card title={say('piece:pullQuote')}>
          <blockquote lang={quote.language ?? undefined}>
            <Marked text={quote.text} language={language} />
          </blockquote>
          <p>
            – <Marked text={speaker} language={language} />
          </p>
        </Card>
      );
    }
    case 'embed':
      return (
        <Card title={say('piece:embed')}>
          {block.url ? <Address address={block.url} /> : <Gone>{say('view:noAddress')}</Gone>}
          {block.caption && (
            <p>
              <Marked text={block.caption} language={language} />
            </p>
          )}
        </Card>
      );
    case 'other':
      return (
        <Card title={`${say('piece:other')}: ${block.type}`}>
          <code>{JSON.stringify(block.stored)}</code>
        </Card>
      );
  }
}

/** Of the content at hand, else of any that is shown. */
function look<T>(
  { contents }: Reading,
  content: EditionContent | undefined,
  find: (content: EditionContent) => T | undefined,
): T | undefined {
  for (const each of content ? [content, ...contents] : contents) {
    const found = find(each);
    if (found) return found;
  }
  return undefined;
}

function Gone({ children }: { children: ReactNode }) {
  return <p className="edition-note">{children}</p>;
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="edition-card">
      <p className="edition-card__title">{title}</p>
      {children}
    </div>
  );
}

function WordBlock({
  block,
  runs,
}: {
  block: Extract<BodyBlock, { runs: unknown }>;
  runs: readonly (TextRun | RunChange)[];
}) {
  const { say } = useReading();
  const words = <Runs runs={runs} />;
  const { align, indent } = block;
  const style = {
    ...(align ? { textAlign: align as 'center' } : {}),
    ...(indent ? { marginInlineStart: `${indent * 1.5}rem` } : {}),
  };
  switch (block.kind) {
    case 'heading':
      return <h5 style={style}>{words}</h5>;
    case 'subheading':
      return <h6 style={style}>{words}</h6>;
    case 'quote':
      return (
        <blockquote className="edition-body__quote" style={style}>
          {words}
        </blockquote>
      );
    case 'item': {
      const { list, number, isChecked, depth } = block;
      const checked = isChecked ? '☑' : '☐';
      const marker = list === 'number' ? `${number ?? ''}.` : list === 'check' ? checked : '•';
      return (
        <li style={{ ...style, marginInlineStart: `${depth * 1.5}rem` }}>
          <span className="edition-body__marker">{marker}</span>
          {list === 'check' && (
            <span className="edition-hidden">
              {say(isChecked ? 'view:checked' : 'view:unchecked')}{' '}
            </span>
          )}
          <span>{words}</span>
        </li>
      );
    }
    default:
      return <p style={style}>{words}</p>;
  }
}

const ELEMENTS: Readonly<Record<TextFormat, 'strong' | 'em' | 's' | 'code' | 'sub' | 'sup'>> = {
  bold: 'strong',
  italic: 'em',
  struck: 's',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
};

/** Words in their look, each link with where it leads. */
function Runs({ runs }: { runs: readonly (TextRun | RunChange)[] }) {
  return runs.map((run, index) => {
    const change = 'change' in run ? run.change : 'same';
    const As = change === 'same' ? Fragment : change === 'added' ? 'ins' : 'del';
    return (
      <As key={index}>
        <Look run={run} />
      </As>
    );
  });
}

function Look({ run: { text, format, link } }: { run: TextRun }) {
  const { language } = useReading();
  const words = (Object.keys(TEXT_FORMATS) as TextFormat[])
    .filter((name) => (format & TEXT_FORMATS[name]) !== 0)
    .reduceRight<ReactNode>(
      (inner, name) => {
        const As = ELEMENTS[name];
        return <As>{inner}</As>;
      },
      <Marked text={text} language={language} />,
    );
  return link ? (
    <span className="edition-link">
      <span className="edition-link__words">{words}</span> <Target link={link} />
    </span>
  ) : (
    words
  );
}

function Target({ link: { to, target } }: { link: LinkTarget }) {
  const { say, articles } = useReading();
  if (to === 'address') {
    return (
      <small>
        (<Address address={target} />)
      </small>
    );
  }
  const headline = articles[target];
  return (
    <small>({headline ? say('view:toArticle', { headline }) : say('view:toNoArticle')})</small>
  );
}
