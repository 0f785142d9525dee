import { idOf, idsOf, type WorkingCopy } from '../edition/WorkingCopy';
import { bodyReferences } from '../richText/bodyReferences';
import { stopsSubmit, type PublishIssue } from './PublishIssue';

type Collection = NonNullable<PublishIssue['subject']>['collection'];

const called: Record<Collection, string> = {
  sections: 'a section',
  quotes: 'a quotation',
  people: 'a person',
  topics: 'a topic',
  media: 'an image',
};

/** References to documents that are gone, in the trash or unreadable: an edition cannot hold them. */
export function missingDocuments(workingCopy: WorkingCopy): PublishIssue[] {
  const { article, sections, quotes } = workingCopy;
  const sectionsById = new Map(sections.map((section) => [section.id, section]));
  const quotesById = new Map(quotes.map((quote) => [quote.id, quote]));
  const known = {
    sections: new Set(sectionsById.keys()),
    quotes: new Set(quotesById.keys()),
    people: new Set(workingCopy.people.map(({ id }) => id)),
    topics: new Set(workingCopy.topics.map(({ id }) => id)),
    media: new Set(workingCopy.media.map(({ id }) => id)),
  };
  const issues: PublishIssue[] = [];
  const expect = (collection: Collection, id: string | null, field: string): void => {
    if (id && !known[collection].has(id))
      issues.push({
        ...stopsSubmit,
        code: 'DOCUMENT_MISSING',
        field,
        message: `This points at ${called[collection]} that no longer exists: choose another or remove it.`,
        subject: { collection, id },
      });
  };

  for (const [index, { person }] of (article.bylines ?? []).entries())
    expect('people', idOf(person), `bylines.${index}.person`);
  for (const [index, id] of idsOf(article.topics).entries())
    expect('topics', id, `topics.${index}`);
  expect('media', idOf(article.leadImage), 'leadImage');
  for (const [index, id] of idsOf(article.sections).entries()) {
    const field = `sections.${index}`;
    expect('sections', id, field);
    const section = sectionsById.get(id);
    const references = bodyReferences(section?.body);
    for (const [place, quote] of idsOf(section?.quotes).entries()) {
      expect('quotes', quote, `${field}.quotes.${place}`);
      expect('people', idOf(quotesById.get(quote)?.speaker), `${field}.quotes.${place}.speaker`);
    }
    for (const quote of references.quotes) expect('quotes', quote, `${field}.body`);
    for (const image of references.media) expect('media', image, `${field}.body`);
    for (const [place, person] of idsOf(section?.people).entries())
      expect('people', person, `${field}.people.${place}`);
  }
  return issues;
}
