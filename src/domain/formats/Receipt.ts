/** What can be said of a piece of a source: where it went, in the words of one and of several. */
const RECEIPT = {
  // Kept, and not seen in the text at a glance.
  pictureKept: ['kept', '{{count}} picture', '{{count}} pictures'],
  embed: ['kept', '{{count}} embed, as its address', '{{count}} embeds, as their addresses'],
  footnote: ['kept', '{{count}} footnote, at the end', '{{count}} footnotes, at the end'],
  commentAsNote: ['kept', '{{count}} comment, as a note', '{{count}} comments, as notes'],
  caption: ['kept', '{{count}} caption, as a paragraph', '{{count}} captions, as paragraphs'],

  encodingDeclared: ['changed', 'Decoded as declared', 'Decoded as declared'],
  languageRecognised: [
    'changed',
    'Language recognised by its words',
    'Languages recognised by words',
  ],
  encodingDetected: ['changed', 'Encoding recognised', 'Encodings recognised'],
  encodingNotAsDeclared: [
    'changed',
    'Not in the encoding that it declares',
    'Not in the encodings that it declares',
  ],
  controlCharacter: [
    'changed',
    '{{count}} control character taken out',
    '{{count}} control characters taken out',
  ],
  brokenCharacter: [
    'changed',
    '{{count}} character of Windows-1252 put right',
    '{{count}} characters of Windows-1252 put right',
  ],
  invisibleCharacter: [
    'changed',
    '{{count}} invisible character taken out',
    '{{count}} invisible characters taken out',
  ],
  tableAsLines: [
    'changed',
    '{{count}} table became lines of text',
    '{{count}} tables became lines of text',
  ],
  pullQuoteAsQuote: [
    'changed',
    '{{count}} pull quote became a block quote',
    '{{count}} pull quotes became block quotes',
  ],
  textAboveHeadline: [
    'changed',
    '{{count}} block above the headline stands below it',
    '{{count}} blocks above the headline stand below it',
  ],
  firstLineAsHeadline: [
    'changed',
    'The first line became the headline',
    'The first lines became headlines',
  ],
  relativeLink: ['changed', '{{count}} link made absolute', '{{count}} links made absolute'],
  look: [
    'changed',
    '{{count}} highlighting became plain text',
    '{{count}} highlightings became plain text',
  ],
  quotationMarks: [
    'changed',
    '{{count}} quotation got its marks',
    '{{count}} quotations got marks',
  ],
  deletionKept: [
    'changed',
    '{{count}} tracked deletion rejected',
    '{{count}} tracked deletions rejected',
  ],
  insertedText: [
    'changed',
    '{{count}} tracked insertion accepted',
    '{{count}} tracked insertions accepted',
  ],

  speakerNotSought: [
    'left_out',
    'The speaker of {{count}} quotation, which is not looked for in this language',
    'The speakers of {{count}} quotations, which are not looked for in this language',
  ],
  pictureNotFound: [
    'left_out',
    '{{count}} picture that was not found',
    '{{count}} pictures that were not found',
  ],
  pictureNotFetched: [
    'left_out',
    '{{count}} picture of the web, which is not asked here',
    '{{count}} pictures of the web, which is not asked here',
  ],
  pictureRefused: [
    'left_out',
    '{{count}} picture of a kind that is not stored',
    '{{count}} pictures of a kind that is not stored',
  ],
  picture: ['left_out', '{{count}} picture', '{{count}} pictures'],
  video: ['left_out', '{{count}} video or sound', '{{count}} videos or sounds'],
  frame: ['left_out', '{{count}} frame of another site', '{{count}} frames of other sites'],
  drawing: ['left_out', '{{count}} drawing', '{{count}} drawings'],
  formula: ['left_out', '{{count}} formula', '{{count}} formulas'],
  form: ['left_out', '{{count}} form or button', '{{count}} forms or buttons'],
  pageCode: [
    'left_out',
    '{{count}} program or style of the page',
    '{{count}} programs or styles of the page',
  ],
  pageFurniture: ['left_out', '{{count}} part around the text', '{{count}} parts around the text'],
  hiddenText: ['left_out', '{{count}} hidden text', '{{count}} hidden texts'],
  siteLine: ['left_out', '{{count}} line of the site', '{{count}} lines of the site'],
  lostLink: [
    'left_out',
    '{{count}} link that leads nowhere (its words stay)',
    '{{count}} links that lead nowhere (their words stay)',
  ],
  inPageLink: [
    'left_out',
    '{{count}} link within the page (its words stay)',
    '{{count}} links within the page (their words stay)',
  ],
  comment: ['left_out', '{{count}} comment', '{{count}} comments'],
  insertionLeftOut: ['left_out', '{{count}} tracked insertion', '{{count}} tracked insertions'],
  deletedText: ['left_out', '{{count}} tracked deletion', '{{count}} tracked deletions'],
  lostText: [
    'left_out',
    'Words that could not be read',
    'Words that could not be read, at {{count}} places',
  ],
  pageMargin: [
    'left_out',
    '{{count}} header or footer of the pages',
    '{{count}} headers or footers of the pages',
  ],
  kicker: ['left_out', '{{count}} line above the headline', '{{count}} lines above the headline'],
  shortcode: ['left_out', '{{count}} shortcode', '{{count}} shortcodes'],
  otherVersion: [
    'left_out',
    '{{count}} other version of the same text',
    '{{count}} other versions of the same text',
  ],
  otherStory: [
    'left_out',
    '{{count}} other story on the page',
    '{{count}} other stories on the page',
  ],
  otherEntry: [
    'left_out',
    '{{count}} entry that is no post',
    '{{count}} entries that are no posts',
  ],
  bylineRole: [
    'left_out',
    '{{count}} role beside a name in the byline',
    '{{count}} roles beside names in the byline',
  ],
  topic: ['left_out', '{{count}} subject', '{{count}} subjects'],
  placeName: ['left_out', '{{count}} place', '{{count}} places'],
  slug: ['left_out', '{{count}} slug', '{{count}} slugs'],
  slugline: ['left_out', '{{count}} slugline', '{{count}} sluglines'],
  urgency: ['left_out', '{{count}} urgency', '{{count}} urgencies'],
  status: ['left_out', '{{count}} status', '{{count}} statuses'],
  password: ['left_out', 'It was protected by a password', '{{count}} were protected by passwords'],
  reader: ['left_out', '{{count}} comment of a reader', '{{count}} comments of readers'],
  property: ['left_out', '{{count}} property', '{{count}} properties'],
} as const satisfies Record<string, readonly [Fate, string, string]>;

/** Where a piece went. */
export type Fate = 'kept' | 'changed' | 'left_out';

export type ReceiptCode = keyof typeof RECEIPT;

/** One kind of piece of a source: how many, and each by what it says and where it stands. */
export interface ReceiptLine {
  code: ReceiptCode;
  count: number;
  /** The first of them; `place` is the text that stands before it, null at the top. */
  items: { detail: string | null; place: string | null }[];
}

/** What of a source is not in the story as it was there. */
export type Receipt = ReceiptLine[];

/** Enough to find each, and too few to fill a page with one page's menu. */
const MOST_ITEMS = 60;
const LONGEST = 160;

/** Where the readers of a source write down what they cannot take over as it is. */
export interface ReceiptBook {
  note: (code: ReceiptCode, detail?: string | null, options?: { many?: number }) => void;
  /** These words were taken: what is noted from now on stands behind them. */
  pass: (words: string) => void;
  /** What is noted from now on belongs to no place in the text. */
  leave: () => void;
  /** The words behind which what is noted now stands. */
  place: () => string | null;
  receipt: () => Receipt;
}

export function openReceipt(): ReceiptBook {
  const lines = new Map<ReceiptCode, ReceiptLine>();
  let place: string | null = null;
  return {
    note: (code, detail = null, { many = 1 } = {}) => {
      const line = lines.get(code) ?? { code, count: 0, items: [] };
      lines.set(code, line);
      line.count += many;
      if (line.items.length < MOST_ITEMS)
        line.items.push({ detail: shortened(detail), place: shortened(place) });
    },
    pass: (words) => {
      if (words.trim() !== '') place = words;
    },
    leave: () => {
      place = null;
    },
    place: () => shortened(place),
    receipt: () => inOrder([...lines.values()]),
  };
}

/** Several receipts of one source as one. */
export function joinReceipts(...receipts: readonly Receipt[]): Receipt {
  const lines = new Map<ReceiptCode, ReceiptLine>();
  for (const { code, count, items } of receipts.flat()) {
    const line = lines.get(code);
    lines.set(code, {
      code,
      count: count + (line?.count ?? 0),
      items: [...(line?.items ?? []), ...items].slice(0, MOST_ITEMS),
    });
  }
  return inOrder([...lines.values()]);
}

function inOrder(receipt: Receipt): Receipt {
  const order = Object.keys(RECEIPT);
  return receipt.sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
}

export function fateOf(code: ReceiptCode): Fate {
  return RECEIPT[code][0];
}

type Word = `${ReceiptCode}_${'one' | 'other'}`;

/** The words of each kind, for one and for several, as the panel keeps its words. */
export const receiptWords = Object.fromEntries(
  Object.entries(RECEIPT).flatMap(([code, [, one, other]]) => [
    [`${code}_one`, one],
    [`${code}_other`, other],
  ]),
) as Record<Word, string>;

function shortened(words: string | null): string | null {
  const folded = words?.replace(/\s+/g, ' ').trim();
  if (!folded) return null;
  return folded.length <= LONGEST ? folded : `${folded.slice(0, LONGEST - 1)}…`;
}
