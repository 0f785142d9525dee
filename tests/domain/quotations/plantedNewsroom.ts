import type { QuoteDocument, WorkingCopy } from '../../../src/domain/edition/WorkingCopy';
import type { QuoteFinding } from '../../../src/domain/quotations/QuoteFinding';
import { quoteFindings } from '../../../src/domain/quotations/quoteFindings';
import { quoteRules } from '../../../src/domain/quotations/quoteRules';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';
import type { RichText, RichTextNode } from '../../../src/domain/richText/RichText';

const PEOPLE: (WorkingCopy['people'][number] & { name: string; aliases: string[] })[] = [
  {
    id: 'ada',
    name: 'Ada Quill',
    aliases: ['Quill'],
    roles: [{ title: 'mayor', organisation: 'Port Hallow' }],
  },
  { id: 'bruno', name: 'Bruno Marsh', aliases: ['Marsh'], roles: [] },
];

export interface Planted {
  /** What the newsroom has on record; each is Ada Quill's and verified, unless it says otherwise. */
  records: (string | Partial<QuoteDocument>)[];
  /** The paragraphs of the section, or its body. */
  text: string | string[] | RichText;
  article?: Partial<WorkingCopy['article']>;
  heading?: string;
  media?: WorkingCopy['media'];
  language?: string;
  people?: typeof PEOPLE;
}

/** What the checks of a newsroom that changed no rule find about one article. */
export function findingsOf(planted: Planted): QuoteFinding[] {
  const { records, text, article, heading, media = [], language, people = PEOPLE } = planted;
  const quotes = records.map((record, index) => ({
    id: `q${index}`,
    kind: 'direct',
    speaker: 'ada',
    verification: { status: 'verified' },
    ...(typeof record === 'string' ? { text: record } : record),
  }));
  const paragraphs = typeof text === 'string' ? [text] : text;
  const workingCopy: WorkingCopy = {
    article: {
      id: 'a1',
      headline: 'The harbour at night',
      standfirst: 'Ada Quill, the mayor of Port Hallow, met Bruno Marsh, a councillor.',
      sections: ['s1'],
      language,
      ...article,
    },
    sections: [
      {
        id: 's1',
        heading,
        body: Array.isArray(paragraphs) ? lexicalFromParagraphs(paragraphs) : paragraphs,
        quotes: quotes.map(({ id }) => id),
      },
    ],
    quotes,
    people,
    topics: [],
    media,
    asOf: '2025-01-01',
  };
  return quoteFindings({
    workingCopy,
    people,
    dismissed: new Map(),
    sameWords: [],
    overrides: [],
    rules: quoteRules(null),
  });
}

/** The codes of what stops the approval. */
export function stoppedBy(planted: Planted): string[] {
  return findingsOf(planted)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const STRUCK = 4;

/** One paragraph in which the words between two ~~ are struck through. */
export function struck(text: string): RichText {
  const children = text.split('~~').map((piece, at): RichTextNode => ({
    type: 'text',
    version: 1,
    text: piece,
    format: at % 2 === 1 ? STRUCK : 0,
    mode: 'normal',
    style: '',
    detail: 0,
  }));
  return bodyOf({ type: 'paragraph', version: 1, children });
}

export function bodyOf(...children: RichTextNode[]): RichText {
  return {
    root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children },
  };
}
