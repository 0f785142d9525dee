import type { ListedState } from '../../../domain/quotations/ListedQuotation';
import type { Passage } from './findPassages';

/** How a state looks: by its line as well as by its colour. */
const LOOKS = {
  verified: 'solid 1px var(--theme-success-500)',
  unverified: 'dashed 1px var(--theme-elevation-500)',
  unattributed: 'dotted 2px var(--theme-warning-500)',
  altered: 'wavy 1px var(--theme-error-500)',
} as const;

const LOOK_OF: Partial<Record<ListedState, keyof typeof LOOKS>> = {
  verified: 'verified',
  unverified: 'unverified',
  proposed: 'unattributed',
  unattributed: 'unattributed',
  altered: 'altered',
  disputed: 'altered',
};

let isStyled = false;

/** Underlines passages without a change of the document (CSS Custom Highlight API). */
export function paintPassages(passages: readonly Passage[]): void {
  if (!('highlights' in CSS)) return;
  if (!isStyled) style();
  for (const look of Object.keys(LOOKS)) {
    const ranges = passages
      .filter(({ quotation }) => LOOK_OF[quotation.state] === look)
      .map(({ range }) => range);
    CSS.highlights.set(`story-${look}`, new Highlight(...ranges));
  }
}

function style(): void {
  isStyled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    Object.entries(LOOKS)
      .map(
        ([look, line]) =>
          `::highlight(story-${look}) { text-decoration: underline ${line.replace(/(\S+) (\S+) (.*)/, '$1 $3 $2')}; }`,
      )
      .join('\n'),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
