import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/domain/edition/buildEdition';
import { canonicalHash } from '../../../src/domain/edition/canonicalHash';
import { diffEditions, isSameEdition } from '../../../src/domain/edition/diffEditions';
import { editionSchema } from '../../../src/domain/edition/editionSchema';
import { readEdition } from '../../../src/domain/edition/readEdition';
import { harbourEditionFormat1 } from './harbourEditionFormat1';
import { harbourStory } from './harbourStory';

/** As the migration leaves it beside an edition of format 1. */
const carried = {
  images: {
    m1: {
      url: '/files/aa.jpg',
      width: 1600,
      height: 900,
      mimeType: 'image/jpeg',
      sizes: { card: { url: '/files/ab.jpg', width: 400, height: 225 } },
    },
    m2: { url: '/files/bb.jpg', width: 800, height: 600, mimeType: 'image/jpeg', sizes: {} },
  },
  article: {
    leadImageCaption: 'The quay on Tuesday',
    leadImageCredit: null,
    relatedArticles: ['a2'],
  },
  quotes: {
    q1: { attribution: null, speakerRole: null },
    q2: { attribution: 'a port engineer', speakerRole: null },
  },
};

/** The same article after the same migration. */
function migratedStory() {
  const story = harbourStory();
  for (const image of story.media) {
    Object.assign(image, carried.images[image.id as 'm1' | 'm2']);
  }
  return story;
}

describe('readEdition', () => {
  it('gives an edition of today as it was frozen', () => {
    const content = buildEdition(harbourStory());
    const stored = JSON.parse(JSON.stringify(content)) as unknown;
    expect(readEdition({ content: stored })).toEqual(content);
    expect(canonicalHash(readEdition({ content: stored }))).toBe(canonicalHash(content));
  });

  it('brings an edition of format 1 to the shape of today, every key of it', () => {
    const content = readEdition({ content: harbourEditionFormat1(), carried });
    expect(editionSchema.safeParse(content).error).toBeUndefined();
    expect(content).toMatchObject({
      format: 2,
      leadImageCaption: 'The quay on Tuesday',
      relatedArticles: ['a2'],
      change: null,
      leadImage: { url: '/files/aa.jpg', caption: 'The quay on Tuesday' },
      images: [{ url: '/files/bb.jpg', alt: 'A crane' }],
    });
  });

  it('finds no change that nobody made between an old edition and its working copy', () => {
    const old = readEdition({ content: harbourEditionFormat1(), carried });
    const today = buildEdition(migratedStory());
    expect(isSameEdition(diffEditions(old, today))).toBe(true);
    expect(canonicalHash(old)).toBe(canonicalHash(today));
  });

  it('finds the change that somebody did make', () => {
    const story = migratedStory();
    story.article.standfirst = 'Engineers found none.';
    const diff = diffEditions(
      readEdition({ content: harbourEditionFormat1(), carried }),
      buildEdition(story),
    );
    expect(diff.fields.map(({ field }) => field)).toEqual(['standfirst']);
  });

  it('gives every key of an edition that was made before a field was declared', () => {
    const { standfirst: _, ...older } = buildEdition(harbourStory());
    const content = readEdition({ content: older });
    expect(content.standfirst).toBeNull();
    expect(editionSchema.safeParse(content).error).toBeUndefined();
  });

  it('gives empty lists for what a query left out', () => {
    const { quotes, sections } = readEdition({ content: { format: 2, slug: 'harbour' } });
    expect([quotes, sections]).toEqual([[], []]);
  });

  it('refuses an edition of a later format by name', () => {
    expect(() => readEdition({ content: { format: 3 } })).toThrow(/format 3/);
  });
});

describe('the schema of an edition', () => {
  it('accepts what is built, and nothing beside it', () => {
    const content = buildEdition(harbourStory());
    expect(editionSchema.safeParse(content).error).toBeUndefined();
    expect(editionSchema.safeParse({ ...content, note: 'inside' }).success).toBe(false);
  });
});
