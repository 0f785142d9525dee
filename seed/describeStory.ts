import type { ParsedStory } from '../src/domain/story/ParsedStory';

/** What an import would make of a story, for reading in a terminal. */
export function describeStory(story: ParsedStory): string {
  const { publisher, copyrightLine } = story.origin;
  return [
    `  Headline    ${story.headline}`,
    `  Standfirst  ${story.standfirst ?? '(none)'}`,
    `  Origin      ${[publisher, copyrightLine].filter(Boolean).join(', ') || '(none)'}`,
    `  Sections    ${story.sections.length}`,
    ...story.sections.map(
      ({ heading, paragraphs }, index) =>
        `    ${index + 1}. ${heading ?? '(lead)'}: ${paragraphs.length} paragraph${paragraphs.length === 1 ? '' : 's'}`,
    ),
    `  People      ${story.people.length}`,
    ...story.people.map(({ name, roles }) => {
      const titles = roles.map(({ title, organisation }) =>
        [title, organisation].filter(Boolean).join(', '),
      );
      return `    ${[name, ...titles].join(' · ')}`;
    }),
    `  Quotations  ${story.quotes.length}`,
    ...story.quotes.map(
      ({ text, speaker, kind }) => `    “${text}” ${speaker ?? '(nobody named)'}, ${kind}`,
    ),
  ].join('\n');
}
