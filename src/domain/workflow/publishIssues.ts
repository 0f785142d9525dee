import {
  idOf,
  idsOf,
  type MediaDocument,
  type QuoteDocument,
  type WorkingCopy,
} from '../edition/WorkingCopy';
import { bodyReferences } from '../richText/bodyReferences';
import { lexicalText } from '../richText/lexicalText';
import { publicationBlocks } from './publicationBlocks';
import type { PublishIssue } from './PublishIssue';

type Subject = NonNullable<PublishIssue['subject']>;

/**
 * Everything that stands between a working copy and publication, all at once, in the order of the
 * article; `blockingIssues` picks what stops one step. Paths count from 0. `quoteFindings`, what
 * checking the quotations against the text found, is passed through.
 */
export function publishIssues({
  workingCopy,
  now,
  quoteFindings = [],
}: {
  workingCopy: WorkingCopy;
  /** ISO 8601 UTC. */
  now: string;
  quoteFindings?: readonly PublishIssue[];
}): PublishIssue[] {
  const { flags, embargoUntil } = workingCopy.article;
  return [
    ...headIssues(workingCopy),
    ...leadImageIssues(workingCopy, now),
    ...sectionIssues(workingCopy, now),
    ...missingDocuments(workingCopy),
    ...quoteFindings,
    ...flagIssues(workingCopy),
    ...publicationBlocks({
      onHold: flags?.onHold ?? false,
      holdReason: flags?.holdReason,
      embargoUntil: embargoUntil ?? null,
      now,
    }),
  ];
}

function headIssues({ article }: WorkingCopy): PublishIssue[] {
  const issues: PublishIssue[] = [];
  if (isBlank(article.headline))
    issues.push(
      stop('submit', 'HEADLINE_MISSING', 'headline', 'The headline is empty: write one.'),
    );
  if (isBlank(article.standfirst))
    issues.push(
      stop('submit', 'STANDFIRST_MISSING', 'standfirst', 'The standfirst is empty: write one.'),
    );
  if (isBlank(article.slug))
    issues.push(
      stop('submit', 'SLUG_MISSING', 'slug', 'The article has no address: write a slug.'),
    );
  if (!article.bylines?.length)
    issues.push(warn('BYLINE_MISSING', 'bylines', 'Nobody is named as author: add a byline.'));
  return issues;
}

function leadImageIssues({ article, media }: WorkingCopy, now: string): PublishIssue[] {
  const id = idOf(article.leadImage);
  if (!id)
    return [warn('LEAD_IMAGE_MISSING', 'leadImage', 'The article has no lead image: choose one.')];
  const image = media.find((candidate) => candidate.id === id);
  if (!image) return [];
  const issues = imageIssues({ image, field: 'leadImage', name: 'The lead image', now });
  if (isBlank(article.leadImageCredit) && isBlank(image.credit))
    issues.push(
      stop(
        'approve',
        'LEAD_IMAGE_CREDIT_MISSING',
        'leadImageCredit',
        'The lead image has no credit: say whose picture it is.',
        { collection: 'media', id },
      ),
    );
  return issues;
}

function sectionIssues(
  { article, sections, quotes, media }: WorkingCopy,
  now: string,
): PublishIssue[] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const quotesById = new Map(quotes.map((quote) => [quote.id, quote]));
  const imagesById = new Map(media.map((image) => [image.id, image]));
  const issues: PublishIssue[] = [];
  const judged = new Set<string>();
  let hasBody = false;
  for (const [index, id] of idsOf(article.sections).entries()) {
    const section = byId.get(id);
    if (!section) continue;
    const field = `sections.${index}`;
    const name = section.heading ? `The section “${section.heading}”` : `Section ${index + 1}`;
    const references = bodyReferences(section.body);
    if (!isBlank(lexicalText(section.body))) hasBody = true;
    else
      issues.push({
        ...warn('SECTION_EMPTY', `${field}.body`, `${name} has no text: write it or remove it.`),
        subject: { collection: 'sections', id },
      });
    for (const [place, quoteId] of [...idsOf(section.quotes), ...references.quotes].entries()) {
      const quote = quotesById.get(quoteId);
      if (!quote || judged.has(quoteId)) continue;
      judged.add(quoteId);
      issues.push(...quoteIssues(quote, `${field}.quotes.${place}`));
    }
    for (const imageId of references.media) {
      const image = imagesById.get(imageId);
      if (image)
        issues.push(
          ...imageIssues({
            image,
            field: `${field}.body`,
            name: `An image in ${lower(name)}`,
            now,
          }),
        );
    }
  }
  if (!hasBody)
    issues.unshift(
      stop(
        'submit',
        'BODY_MISSING',
        'sections',
        'The article has no text: write at least one section.',
      ),
    );
  return issues;
}

function quoteIssues(quote: QuoteDocument, field: string): PublishIssue[] {
  const subject: Subject = { collection: 'quotes', id: quote.id };
  if (isBlank(quote.text))
    return [
      stop(
        'submit',
        'QUOTE_EMPTY',
        field,
        'A quotation has no words: write or remove it.',
        subject,
      ),
    ];
  if (idOf(quote.speaker) || !isBlank(quote.attribution)) return [];
  return [
    stop(
      'submit',
      'QUOTE_WITHOUT_SPEAKER',
      field,
      `Nobody is named as the speaker of “${shortened(quote.text)}”: choose the person, or describe the speaker.`,
      subject,
    ),
  ];
}

function imageIssues({
  image,
  field,
  name,
  now,
}: {
  image: MediaDocument;
  field: string;
  name: string;
  now: string;
}): PublishIssue[] {
  const subject: Subject = { collection: 'media', id: image.id };
  const issues: PublishIssue[] = [];
  if (isBlank(image.alt))
    issues.push(
      stop(
        'approve',
        'IMAGE_ALT_MISSING',
        field,
        `${name} has no alternative text: describe what it shows.`,
        subject,
      ),
    );
  if (image.expiresAt && !(Date.parse(now) < Date.parse(image.expiresAt)))
    issues.push(
      stop(
        'approve',
        'IMAGE_EXPIRED',
        field,
        `The right to use ${lower(name)} has run out: choose another image.`,
        subject,
      ),
    );
  return issues;
}

/** References to documents that are gone, in the trash or unreadable: an edition cannot hold them. */
function missingDocuments(workingCopy: WorkingCopy): PublishIssue[] {
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
  const expect = (collection: Subject['collection'], id: string | null, field: string): void => {
    if (id && !known[collection].has(id))
      issues.push(
        stop(
          'submit',
          'DOCUMENT_MISSING',
          field,
          `This points at ${called[collection]} that no longer exists: choose another or remove it.`,
          { collection, id },
        ),
      );
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

function flagIssues({ article }: WorkingCopy): PublishIssue[] {
  const issues: PublishIssue[] = [];
  if (article.flags?.legal === 'required')
    issues.push(
      stop(
        'approve',
        'LEGAL_CHECK_OPEN',
        'flags.legal',
        'The legal check is open: have it done, then mark it complete.',
      ),
    );
  if (article.flags?.factCheck === 'required')
    issues.push(
      stop(
        'approve',
        'FACT_CHECK_OPEN',
        'flags.factCheck',
        'The fact check is open: have a fact-checker complete it.',
      ),
    );
  return issues;
}

const called: Record<Subject['collection'], string> = {
  sections: 'a section',
  quotes: 'a quotation',
  people: 'a person',
  topics: 'a topic',
  media: 'an image',
};

function stop(
  blocks: PublishIssue['blocks'],
  code: string,
  field: string,
  message: string,
  subject?: Subject,
): PublishIssue {
  return { code, field, severity: 'error', blocks, message, ...(subject && { subject }) };
}

function warn(code: string, field: string, message: string): PublishIssue {
  return { code, field, severity: 'warning', blocks: 'approve', message };
}

function isBlank(text: string | null | undefined): boolean {
  return !text?.trim();
}

function shortened(text: string | null | undefined): string {
  const words = (text ?? '').trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
