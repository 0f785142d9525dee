import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/domain/edition/buildEdition';
import { lexicalFromParagraphs } from '../../../src/domain/richText/lexicalFromParagraphs';
import { blockingIssues, type PublishIssue } from '../../../src/domain/workflow/PublishIssue';
import { publishIssues } from '../../../src/domain/workflow/publishIssues';
import { harbourStory } from '../edition/harbourStory';
import { LATER, NOW } from './articleStates';

type Story = ReturnType<typeof harbourStory>;

function issuesAfter(change: (story: Story) => void): PublishIssue[] {
  const story = harbourStory();
  change(story);
  return publishIssues({ workingCopy: story, now: NOW });
}

describe('publishIssues', () => {
  it('finds nothing in a complete article', () => {
    expect(issuesAfter(() => undefined)).toEqual([]);
  });

  const lead = (story: Story) => story.media[1]!;
  const direct = (story: Story) => story.quotes[1]!;
  it.each<[string, (story: Story) => void, string, PublishIssue['blocks']]>([
    ['HEADLINE_MISSING', (s) => (s.article.headline = ' '), 'headline', 'submit'],
    ['STANDFIRST_MISSING', (s) => (s.article.standfirst = ''), 'standfirst', 'submit'],
    ['SLUG_MISSING', (s) => (s.article.slug = ''), 'slug', 'submit'],
    ['BODY_MISSING', (s) => (s.article.sections = []), 'sections', 'submit'],
    ['QUOTE_WITHOUT_SPEAKER', (s) => (direct(s).speaker = null), 'sections.0.quotes.0', 'submit'],
    ['QUOTE_EMPTY', (s) => (direct(s).text = ''), 'sections.0.quotes.0', 'submit'],
    [
      'QUOTE_TOO_LONG',
      (s) => (direct(s).text = 'no '.repeat(20_000)),
      'sections.0.quotes.0',
      'submit',
    ],
    ['IMAGE_ALT_MISSING', (s) => (lead(s).alt = null), 'leadImage', 'approve'],
    ['IMAGE_ALT_MISSING', (s) => (s.media[0]!.alt = ''), 'sections.1.body', 'approve'],
    ['IMAGE_EXPIRED', (s) => Object.assign(lead(s), { expiresAt: NOW }), 'leadImage', 'approve'],
    [
      'LEAD_IMAGE_CREDIT_MISSING',
      (s) => Object.assign(lead(s), { credit: '' }),
      'leadImageCredit',
      'approve',
    ],
    ['LEGAL_CHECK_OPEN', (s) => (s.article.flags.legal = 'required'), 'flags.legal', 'approve'],
    [
      'FACT_CHECK_OPEN',
      (s) => (s.article.flags.factCheck = 'required'),
      'flags.factCheck',
      'approve',
    ],
    ['ON_HOLD', (s) => (s.article.flags.onHold = true), 'flags.onHold', 'publish'],
    ['EMBARGOED', (s) => (s.article.embargoUntil = LATER), 'embargoUntil', 'publish'],
    ['DOCUMENT_MISSING', (s) => s.article.topics.push('gone'), 'topics.2', 'submit'],
    [
      'DOCUMENT_MISSING',
      (s) => (s.article.bylines[0]!.person = 'gone'),
      'bylines.0.person',
      'submit',
    ],
    ['DOCUMENT_MISSING', (s) => s.quotes.shift(), 'sections.1.body', 'submit'],
    ['DOCUMENT_MISSING', (s) => (s.article.leadImage = 'gone'), 'leadImage', 'submit'],
    ['DOCUMENT_MISSING', (s) => s.article.sections.unshift('gone'), 'sections.0', 'submit'],
    [
      'DOCUMENT_MISSING',
      (s) => (direct(s).speaker = 'gone'),
      'sections.0.quotes.0.speaker',
      'submit',
    ],
  ])('reports %s and nothing else', (code, change, field, blocks) => {
    const found = issuesAfter(change).filter(({ severity }) => severity === 'error');
    const expected = { code, field, blocks, severity: 'error' };
    // A speaker without a record is missing in each section that holds the quotation.
    expect(new Set(found.map((issue) => issue.code))).toEqual(new Set([code]));
    expect(found[0]).toMatchObject(expected);
    expect(found[0]?.message).toMatch(/^\S.*: .+\.$|^\S.+\.$/);
  });

  it('takes the credit given in the article for that of the image', () => {
    const credited = issuesAfter((story) => {
      lead(story).credit = '';
      story.article.leadImageCredit = 'Hallow Courier';
    });
    expect(credited).toEqual([]);
  });

  it('only warns of a missing lead image, byline or an empty section among others', () => {
    const found = issuesAfter((story) => {
      Object.assign(story.article, { leadImage: null, bylines: [] });
      story.sections[1]!.body = null;
    });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['BYLINE_MISSING', 'warning'],
      ['LEAD_IMAGE_MISSING', 'warning'],
      ['SECTION_EMPTY', 'warning'],
    ]);
    expect(blockingIssues(found, 'publish')).toEqual([]);
  });

  it('reports everything at once and each quotation once, with the document to open', () => {
    const found = issuesAfter((story) => {
      story.article.headline = '';
      direct(story).speaker = null;
      story.article.flags.legal = 'required';
    });
    expect(found.map(({ code }) => code)).toEqual([
      'HEADLINE_MISSING',
      'QUOTE_WITHOUT_SPEAKER',
      'LEGAL_CHECK_OPEN',
    ]);
    expect(found[1]).toMatchObject({
      subject: { collection: 'quotes', id: 'q1' },
      message:
        'Nobody is named as the speaker of “We had no choice,”: choose the person, or describe the speaker.',
    });
    expect(blockingIssues(found, 'submit')).toHaveLength(2);
    expect(blockingIssues(found, 'approve')).toHaveLength(3);
  });

  it('passes on what was found about the quotations', () => {
    const finding: PublishIssue = {
      code: 'QUOTE_ALTERED',
      field: 'sections.0.quotes.0',
      severity: 'error',
      blocks: 'approve',
      message: 'The words differ.',
    };
    const found = publishIssues({
      workingCopy: harbourStory(),
      now: NOW,
      quoteFindings: [finding],
    });
    expect(found).toEqual([finding]);
  });
});

describe('what nobody sees', () => {
  const codesAfter = (change: (story: Story) => void) =>
    issuesAfter(change).map(({ code, field, severity }) => [code, field, severity]);

  it.each<[string, (story: Story) => void, string, string]>([
    ['a headline', (s) => (s.article.headline = '\u200b'), 'HEADLINE_MISSING', 'headline'],
    [
      'a standfirst',
      (s) => (s.article.standfirst = '\u00ad\u2060'),
      'STANDFIRST_MISSING',
      'standfirst',
    ],
    [
      'the words of a quotation',
      (s) => (s.quotes[1]!.text = '\u202e'),
      'QUOTE_EMPTY',
      'sections.0.quotes.0',
    ],
    ['an alternative text', (s) => (s.media[1]!.alt = '\ufeff'), 'IMAGE_ALT_MISSING', 'leadImage'],
    [
      'a credit',
      (s) => Object.assign(s.media[1]!, { credit: '\u200d' }),
      'LEAD_IMAGE_CREDIT_MISSING',
      'leadImageCredit',
    ],
  ])('is no %s', (_, change, code, field) => {
    expect(codesAfter(change)).toContainEqual([code, field, 'error']);
  });

  it('is no body of a section', () => {
    const found = codesAfter((story) => {
      for (const section of story.sections) section.body = lexicalFromParagraphs(['\u200b', ' ']);
    });
    expect(found).toContainEqual(['BODY_MISSING', 'sections', 'error']);
  });

  it('is told in running text, and stops a line that holds it', () => {
    const found = issuesAfter((story) => {
      story.article.headline = 'A new\u202e light';
      story.quotes[1]!.text = 'We are glad\u200b of it.';
      story.sections[0]!.body = lexicalFromParagraphs(['It is\u200b lit\u2060.']);
    }).filter(({ code }) => code === 'HIDDEN_CHARACTER');
    expect(found.map(({ field, severity }) => [field, severity])).toEqual([
      ['headline', 'error'],
      [expect.stringMatching(/^sections\.\d\.body$/), 'warning'],
      ['quotes.text', 'error'],
    ]);
    expect(found[0]?.message).toMatch(
      /after “new”, at place 6: switch to right-to-left \(U\+202E\)/,
    );
    expect(found[1]?.message).toMatch(/stand 2 characters that nobody sees, the first zero-width/);
  });
});

describe('a byline that names nobody', () => {
  it.each<[string, { person?: string; name?: string }]>([
    ['an empty row', {}],
    ['a name of spaces', { name: '  ' }],
    ['a name that nobody sees', { name: '\u200b' }],
    ['a person that is deleted', { person: 'gone' }],
  ])('does not count, and is named: %s', (_, row) => {
    const alone = issuesAfter((story) => {
      story.article.bylines = [row] as never;
    });
    expect(alone.map(({ code }) => code)).toContain('BYLINE_MISSING');
    const beside = issuesAfter((story) => story.article.bylines.push(row as never));
    expect(beside.map(({ code }) => code)).not.toContain('BYLINE_MISSING');
    const last = harbourStory().article.bylines.length;
    expect(beside.find(({ code }) => code === 'BYLINE_WITHOUT_NAME')).toMatchObject({
      field: `bylines.${last}`,
      message: `Byline ${last + 1} names nobody: choose a person, write a name, or remove it.`,
    });
  });

  it('reaches no reader', () => {
    const story = harbourStory();
    const before = buildEdition(story).bylines;
    story.article.bylines.push({ name: ' ' }, {} as never, { person: 'gone' } as never);
    expect(buildEdition(story).bylines).toEqual(before);
  });
});
