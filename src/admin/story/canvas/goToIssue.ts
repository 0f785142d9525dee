import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';

import type { QuoteFinding } from '../../../domain/quotations/QuoteFinding';
import type { PublishIssue } from '../../../domain/workflow/PublishIssue';
import { findPassages } from './findPassages';
import { $enterSection, $keyOf, $sectionHeadings } from './sections';
import { selectRange } from './selectRange';

/**
 * Takes the cursor to the words, or into the section without any, that an issue is about. False where
 * it is about something else, or about words that the text does not have.
 */
export function goToIssue(
  editor: LexicalEditor,
  issue: PublishIssue | QuoteFinding,
  /** The id of a section by its key on the canvas. */
  idOf: (key: string) => string,
): boolean {
  const { subject } = issue;
  if (subject?.collection !== 'sections') return false;
  if ('words' in issue) {
    const wanted = { section: subject.id, words: issue.words, before: '' };
    const [passage] = findPassages(editor, [wanted], idOf);
    if (passage) selectRange(editor, passage.range);
    return passage !== undefined;
  }
  editor.focus(() =>
    editor.update(() => {
      const heading = $sectionHeadings().find((each) => idOf($keyOf(each)) === subject.id);
      if (heading) $enterSection(heading);
    }),
  );
  return true;
}
