import { idOf, idsOf, type QuoteDocument, type WorkingCopy } from '../edition/WorkingCopy';
import { lengthFault } from '../quotations/lengthFault';
import { isSeen } from '../characters/hiddenCharacters';
import { lacksOf } from '../richText/bodyKinds';
import { bodyReferences } from '../richText/bodyReferences';
import { lexicalText } from '../richText/lexicalText';
import { imageIssues } from './imageIssues';
import { stopsSubmit, warns, type PublishIssue } from './PublishIssue';

/** What is missing in the sections, their quotations (each told once) and their images. */
export function sectionIssues(workingCopy: WorkingCopy, now: string): PublishIssue[] {
  const sections = new Map(workingCopy.sections.map((section) => [section.id, section]));
  const quotes = new Map(workingCopy.quotes.map((quote) => [quote.id, quote]));
  const images = new Map(workingCopy.media.map((image) => [image.id, image]));
  const issues: PublishIssue[] = [];
  let hasBody = false;
  for (const [index, id] of idsOf(workingCopy.article.sections).entries()) {
    const section = sections.get(id);
    if (!section) continue;
    const field = `sections.${index}`;
    const name = section.heading ? `section “${section.heading}”` : `section ${index + 1}`;
    const references = bodyReferences(section.body);
    if (isSeen(lexicalText(section.body))) hasBody = true;
    else
      issues.push({
        ...warns,
        code: 'SECTION_EMPTY',
        field: `${field}.body`,
        message: `There is no text in ${name}: write it or remove the section.`,
        subject: { collection: 'sections', id },
      });
    for (const lack of lacksOf(section.body)) {
      issues.push({
        ...warns,
        code: 'BLOCK_UNFINISHED',
        field: `${field}.body`,
        message: `${lack} in ${name}: complete it or take it out.`,
        subject: { collection: 'sections', id },
      });
    }
    for (const [place, quoteId] of [...idsOf(section.quotes), ...references.quotes].entries()) {
      const quote = quotes.get(quoteId);
      if (quote) issues.push(...quoteIssues(quote, `${field}.quotes.${place}`));
      quotes.delete(quoteId);
    }
    for (const imageId of references.media) {
      const image = images.get(imageId);
      if (image)
        issues.push(
          ...imageIssues({ image, field: `${field}.body`, name: `An image in ${name}`, now }),
        );
    }
  }
  if (!hasBody)
    issues.unshift({
      ...stopsSubmit,
      code: 'BODY_MISSING',
      field: 'sections',
      message: 'The article has no text: write at least one section.',
    });
  return issues;
}

function quoteIssues(quote: QuoteDocument, field: string): PublishIssue[] {
  const common = {
    ...stopsSubmit,
    field,
    subject: { collection: 'quotes', id: quote.id },
  } as const;
  const words = quote.text?.trim();
  if (!words || !isSeen(words)) {
    const message = 'A quotation has no words: write or remove it.';
    return [{ ...common, code: 'QUOTE_EMPTY', message }];
  }
  const tooLong = lengthFault(words);
  if (tooLong) return [{ ...common, code: 'QUOTE_TOO_LONG', message: tooLong }];
  if (idOf(quote.speaker) || isSeen(quote.attribution)) return [];
  return [
    {
      ...common,
      code: 'QUOTE_WITHOUT_SPEAKER',
      message: `Nobody is named as the speaker of “${shortened(words)}”: choose the person, or describe the speaker.`,
    },
  ];
}

/** Eight words tell a quotation from the others. */
function shortened(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : text;
}
