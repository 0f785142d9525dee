import sharp from 'sharp';

import type { RichText, RichTextNode } from '../../src/domain/richText/RichText';
import type { NewsroomApi } from './newsroomApi';

export interface FullArticle {
  id: string;
  section: string;
  leadImage: string;
  /** Saves the body of its section with what is given here instead. */
  rewrite: (changes: BodyWords) => Promise<void>;
}

/** What a change of the story changes in its body. */
interface BodyWords {
  struck?: boolean;
  minutes?: string;
  filmCaption?: string;
  crane?: string;
  closing?: string;
}

/** An article in which everything is filled in that readers could get. */
export async function writeFullArticle(api: NewsroomApi, headline: string): Promise<FullArticle> {
  const make = async (collection: string, fields: object): Promise<string> => {
    const { doc } = await api.ask('admin', 'POST', `/${collection}?draft=true`, fields);
    return doc.id as string;
  };
  const picture = async (colour: string, fields: object): Promise<string> => {
    const file = { name: `${colour}.png`, type: 'image/png', bytes: await drawing(colour) };
    const { doc } = await api.upload('admin', 'media', file, fields);
    return doc.id as string;
  };
  const leadImage = await picture('steelblue', {
    alt: 'A crane above an empty quay',
    caption: 'The quay on Tuesday',
    credit: 'Ada Fenwick',
  });
  const crane = await picture('seagreen', {
    alt: 'A crane, seen from below',
    caption: 'The crane that was sold',
    credit: 'Port of Hallow',
  });
  const speaker = await make('people', {
    name: 'Ines Calder',
    roles: [{ title: 'Mayor', organisation: 'Port Hallow' }],
  });
  const topic = await make('topics', { name: 'Harbours', slug: `harbours-${Date.now()}` });
  const quote = await make('quotes', {
    text: 'We had no choice.',
    kind: 'direct',
    language: 'en',
    speaker,
    occasion: { name: 'Council meeting', date: '2029-05-02T12:00:00.000Z', place: 'Port Hallow' },
    evidence: { url: 'https://hallow.example/minutes', timecode: '00:04:10' },
  });
  await api.ask('fact-checker', 'PATCH', `/quotes/${quote}?draft=true`, {
    verification: { status: 'verified' },
  });
  const related = await make('articles', { headline: 'The quay that nobody wanted' });
  const body = (changes: BodyWords) =>
    bodyOf({ quote, related, ...changes, crane: changes.crane ?? crane });
  const section = await make('sections', {
    heading: 'What the port says',
    body: body({}),
    quotes: [quote],
    people: [speaker],
  });
  const { doc } = await api.ask('writer', 'POST', '/articles?draft=true', {
    headline,
    webHeadline: 'Port shuts quay over cracks',
    socialHeadline: 'Cracks below the waterline',
    seoTitle: 'Port Hallow quay shut',
    seoDescription: 'Why the old quay of Port Hallow is shut.',
    standfirst: 'Engineers found cracks below the waterline.',
    kind: 'news',
    language: 'en',
    dateline: 'PORT HALLOW',
    bylines: [{ name: 'Guest Writer' }],
    topics: [topic],
    leadImage,
    leadImageCaption: 'The quay, shut since Tuesday',
    origin: { publisher: 'Hallow Courier', url: 'https://courier.example/quay', licence: 'CC BY' },
    relatedArticles: [related],
    sections: [section],
  });
  return {
    id: doc.id as string,
    section,
    leadImage,
    rewrite: async (changes) => {
      const path = `/sections/${section}?draft=true`;
      await api.ask('writer', 'PATCH', path, { body: body(changes) });
    },
  };
}

/** A picture that differs from others at a glance. */
export async function drawing(colour: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">
    <rect width="960" height="540" fill="${colour}"/>
    <rect y="380" width="960" height="160" fill="#333"/>
    <path d="M300 380V120L620 60v40L340 150v230z" fill="#ddd"/>
  </svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

function bodyOf({
  quote,
  related,
  crane,
  struck = false,
  minutes = 'https://hallow.example/minutes',
  filmCaption = 'The inspection, filmed by the port',
  closing = 'The port will say in spring whether the quay opens again.',
}: BodyWords & { quote: string; related: string }): RichText {
  const link = (fields: object, words: string) =>
    element('link', { version: 3, fields: { newTab: false, ...fields } }, [text(words)]);
  const item = (value: number, ...children: RichTextNode[]) =>
    element('listitem', { value }, children);
  const block = (fields: object) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id: '65f000000000000000000001', blockName: '', ...fields },
  });
  const root = element('root', {}, [
    element('paragraph', {}, [
      text('The old quay of '),
      text('Port Hallow', 1),
      text(' is shut, '),
      text('and nobody knows', 2),
      text(' for how long. A ton of CO'),
      text('2', 32),
      text(' a day is saved.'),
    ]),
    element('paragraph', {}, [
      text('The council decided it in '),
      link({ linkType: 'custom', url: minutes }, 'its last meeting'),
      text(', as it had in '),
      link({ linkType: 'internal', doc: { relationTo: 'articles', value: related } }, 'March'),
      text('.'),
    ]),
    element('heading', { tag: 'h3' }, [text('What is broken')]),
    element('list', { listType: 'bullet', tag: 'ul', start: 1 }, [
      item(1, text('The wall below the waterline')),
      item(2, text('The rails of the crane')),
    ]),
    element('list', { listType: 'number', tag: 'ol', start: 1 }, [
      item(1, text('Inspect the wall')),
      item(2, text('Mend it')),
    ]),
    { type: 'upload', version: 3, format: '', relationTo: 'media', value: crane, fields: null },
    block({ blockType: 'pullQuote', quote }),
    block({ blockType: 'embed', url: 'https://video.example/7', caption: filmCaption }),
    { type: 'horizontalrule', version: 1 },
    element('paragraph', {}, [text('The harbour master knew of it for years.', struck ? 4 : 0)]),
    element('paragraph', {}, [text(closing)]),
  ]);
  return { root } as unknown as RichText;
}

function element(type: string, more: object, children: RichTextNode[]): RichTextNode {
  return { type, version: 1, format: '', indent: 0, direction: null, children, ...more };
}

function text(words: string, format = 0): RichTextNode {
  return { type: 'text', version: 1, text: words, format, style: '', mode: 'normal', detail: 0 };
}
