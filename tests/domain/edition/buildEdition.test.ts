import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/domain/edition/buildEdition';
import { canonicalHash } from '../../../src/domain/edition/canonicalHash';
import { harbourStory } from './harbourStory';

describe('buildEdition', () => {
  it('keeps the order of the article, whatever order its documents were loaded in', () => {
    const edition = buildEdition(harbourStory());
    expect(edition.sections.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(edition.quotes.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(edition.people.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(edition.topics.map(({ id }) => id)).toEqual(['t2', 't1']);

    const shuffled = harbourStory();
    for (const documents of [shuffled.sections, shuffled.quotes, shuffled.people, shuffled.media])
      documents.reverse();
    expect(canonicalHash(buildEdition(shuffled))).toBe(canonicalHash(edition));
  });

  it('gives a speaker the role of the day of the occasion and a person the role of today', () => {
    const { quotes, people } = buildEdition(harbourStory());
    expect(quotes[0]?.speaker).toEqual({
      personId: 'p1',
      name: 'Ines Calder',
      role: 'Councillor, Port Hallow',
    });
    expect(people[0]?.role).toEqual({ title: 'Mayor', organisation: 'Port Hallow' });
  });

  it('prefers the role written in the quote', () => {
    const story = harbourStory();
    Object.assign(story.quotes[1]!, { speakerRole: 'Acting mayor' });
    expect(buildEdition(story).quotes[0]?.speaker?.role).toBe('Acting mayor');
  });

  it('names a speaker without a record by the attribution', () => {
    expect(buildEdition(harbourStory()).quotes[1]?.speaker).toEqual({
      personId: null,
      name: 'a port engineer',
      role: null,
    });
  });

  it('holds nothing internal', () => {
    const json = JSON.stringify(buildEdition(harbourStory()));
    for (const secret of ['mayor"', 'paid twice', 'phone', 'tape', 'u1', 'u9', 'hc-77', '@hallow'])
      expect(json).not.toContain(secret);
  });

  it('resolves bylines, lead image, body images and pull quotes', () => {
    const edition = buildEdition(harbourStory());
    expect(edition.bylines.map(({ name, person }) => [name, person?.id])).toEqual([
      ['Ada Fenwick', 'p3'],
      ['Guest Writer', undefined],
    ]);
    expect(edition.leadImage).toMatchObject({
      caption: 'The quay on Tuesday',
      credit: 'Ada Fenwick',
      sizes: { card: { url: '/media/quay-card.jpg', width: 400, height: 225 } },
    });
    expect(edition.images.map(({ id }) => id)).toEqual(['m2']);
    expect(edition.sections[1]?.quotes).toEqual(['q1', 'q2']);
  });

  it('is the same for populated and plain references', () => {
    const populated = harbourStory();
    Object.assign(populated.article, {
      sections: [{ id: 's1' }, { id: 's2' }],
      leadImage: { id: 'm1' },
    });
    expect(buildEdition(populated)).toEqual(buildEdition(harbourStory()));
  });

  it('takes an empty field and an absent one for the same', () => {
    const story = harbourStory();
    Object.assign(story.article, { webHeadline: undefined, socialHeadline: '' });
    expect(buildEdition(story)).toEqual(buildEdition(harbourStory()));
  });

  it('leaves out a reference without a document', () => {
    const story = harbourStory();
    story.article.sections.push('gone');
    expect(buildEdition(story).sections).toHaveLength(2);
  });

  it('does not change the working copy', () => {
    const story = harbourStory();
    buildEdition(story);
    expect(story).toEqual(harbourStory());
  });
});
