import { FIELD_CHARACTERS } from '../characters/fieldCharacters';
import { hiddenCharacters, hiddenInWords } from '../characters/hiddenCharacters';
import { sectionsInOrder, type WorkingCopy } from '../edition/WorkingCopy';
import { lexicalText } from '../richText/lexicalText';
import { stopsSubmit, warns, type PublishIssue } from './PublishIssue';

type Subject = NonNullable<PublishIssue['subject']>['collection'];
interface Document {
  id: string;
}

/**
 * What nobody sees in the texts of an article: in a line or a quotation, where no save may bring it
 * any more, it stops the submission; in running text it is told.
 */
export function hiddenIssues(workingCopy: WorkingCopy): PublishIssue[] {
  const { article, quotes, people, topics, media } = workingCopy;
  const sections = sectionsInOrder(workingCopy);
  return [
    ...inLines('articles', article, () => ({ at: '' })),
    ...sections.flatMap((section, index) => [
      ...inLines('sections', section, () => ({ at: `sections.${index}.` })),
      ...inBody(section, index),
    ]),
    ...quotes.flatMap((quote) => inLines('quotes', quote, ofSubject('quotes', quote))),
    ...people.flatMap((person) => inLines('people', person, ofSubject('people', person))),
    ...topics.flatMap((topic) => inLines('topics', topic, ofSubject('topics', topic))),
    ...media.flatMap((image) => inLines('media', image, ofSubject('media', image))),
  ];
}

/** The place of a document that has a form of its own. */
function ofSubject(collection: Subject, { id }: Document) {
  return () => ({ at: `${collection}.`, subject: { collection, id } });
}

function inLines(
  collection: string,
  document: Document,
  place: () => { at: string; subject?: { collection: Subject; id: string } },
): PublishIssue[] {
  const { at, subject } = place();
  return Object.entries(FIELD_CHARACTERS[collection] ?? {}).flatMap(([path, rule]) => {
    if (rule !== 'refused') return [];
    return textsAt(document, path.split('.')).flatMap((text): PublishIssue[] => {
      const message = hiddenInWords(`${at}${path}`, text);
      if (!message) return [];
      const field = `${at}${path}`;
      const common = { ...stopsSubmit, code: 'HIDDEN_CHARACTER', field, message };
      return [subject ? { ...common, subject } : common];
    });
  });
}

/** The texts at a path; each row of a list has its own. */
function textsAt(value: unknown, path: readonly string[]): string[] {
  if (typeof value === 'string') return path.length === 0 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => textsAt(each, path));
  const [name, ...more] = path;
  if (name === undefined || typeof value !== 'object' || value === null) return [];
  return textsAt((value as Record<string, unknown>)[name], more);
}

function inBody(
  { id, heading, body }: ReturnType<typeof sectionsInOrder>[number],
  index: number,
): PublishIssue[] {
  const hidden = hiddenCharacters(lexicalText(body));
  const [first] = hidden;
  if (!first) return [];
  const name = heading ? `section “${heading}”` : `section ${index + 1}`;
  const what = `${first.name.en} (${first.code})`;
  return [
    {
      ...warns,
      code: 'HIDDEN_CHARACTER',
      field: `sections.${index}.body`,
      message:
        hidden.length === 1
          ? `In ${name} stands a character that nobody sees: ${what}. See that it belongs there.`
          : `In ${name} stand ${hidden.length} characters that nobody sees, the first ${what}. See that they belong there.`,
      subject: { collection: 'sections', id },
    },
  ];
}
