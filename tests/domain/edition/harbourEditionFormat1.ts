/** The edition of `harbourStory` as format 1 froze it. Kept as it is: newsrooms have such editions. */
export function harbourEditionFormat1() {
  return structuredClone(EDITION);
}

const EDITION = {
  format: 1,
  id: 'a1',
  headline: 'Port Hallow shuts its old quay',
  webHeadline: null,
  socialHeadline: null,
  seoTitle: null,
  seoDescription: null,
  standfirst: 'Engineers found cracks below the waterline.',
  slug: 'port-hallow-shuts-its-old-quay',
  kind: 'news',
  language: 'en',
  dateline: 'PORT HALLOW',
  bylines: [
    {
      name: 'Ada Fenwick',
      person: {
        id: 'p3',
        name: 'Ada Fenwick',
        slug: null,
        role: null,
        wikidataId: null,
      },
    },
    {
      name: 'Guest Writer',
      person: null,
    },
  ],
  topics: [
    {
      id: 't2',
      name: 'Engineering',
      slug: 'engineering',
      iptcCode: 'medtop:20000001',
    },
    {
      id: 't1',
      name: 'Harbours',
      slug: 'harbours',
      iptcCode: null,
    },
  ],
  leadImage: {
    id: 'm1',
    url: '/media/quay.jpg',
    alt: 'A quay behind a fence',
    caption: 'The quay on Tuesday',
    credit: 'Ada Fenwick',
    expiresAt: null,
    width: 1600,
    height: 900,
    mimeType: null,
    focalX: null,
    focalY: null,
    sizes: {
      card: {
        url: '/media/quay-card.jpg',
        width: 400,
        height: 225,
      },
    },
  },
  origin: {
    publisher: 'Hallow Courier',
    url: null,
    copyrightLine: null,
    copyrightYear: 2031,
    licence: null,
  },
  sections: [
    {
      id: 's1',
      heading: null,
      body: {
        root: {
          type: 'root',
          children: [
            {
              type: 'paragraph',
              children: [
                {
                  type: 'text',
                  text: '“We had no choice,” Mayor Ines Calder said.',
                  version: 1,
                  format: 0,
                  style: '',
                  mode: 'normal',
                  detail: 0,
                },
              ],
              version: 1,
              format: '',
              indent: 0,
              direction: 'ltr',
              textFormat: 0,
              textStyle: '',
            },
          ],
          version: 1,
          format: '',
          indent: 0,
          direction: 'ltr',
        },
      },
      quotes: ['q1'],
      people: ['p1'],
    },
    {
      id: 's2',
      heading: 'Repairs',
      body: {
        root: {
          type: 'root',
          children: [
            {
              type: 'paragraph',
              children: [
                {
                  type: 'text',
                  text: 'The quay will stay shut, Ostrand said.',
                  version: 1,
                  format: 0,
                  style: '',
                  mode: 'normal',
                  detail: 0,
                },
              ],
              version: 1,
              format: '',
              indent: 0,
              direction: 'ltr',
              textFormat: 0,
              textStyle: '',
            },
            {
              type: 'paragraph',
              children: [
                {
                  type: 'text',
                  text: 'Ferries divert.',
                  version: 1,
                  format: 0,
                  style: '',
                  mode: 'normal',
                  detail: 0,
                },
              ],
              version: 1,
              format: '',
              indent: 0,
              direction: 'ltr',
              textFormat: 0,
              textStyle: '',
            },
            {
              type: 'upload',
              version: 3,
              relationTo: 'media',
              value: 'm2',
              fields: null,
            },
            {
              type: 'block',
              version: 2,
              format: '',
              fields: {
                id: 'b1',
                blockType: 'pullQuote',
                quote: 'q2',
              },
            },
          ],
          version: 1,
          format: '',
          indent: 0,
          direction: 'ltr',
        },
      },
      quotes: ['q1', 'q2'],
      people: ['p2'],
    },
  ],
  quotes: [
    {
      id: 'q1',
      text: 'We had no choice,',
      language: 'en',
      kind: 'direct',
      speaker: {
        personId: 'p1',
        name: 'Ines Calder',
        role: 'Councillor, Port Hallow',
      },
      occasion: {
        name: 'Council meeting',
        date: '2029-05-02T12:00:00.000Z',
        place: null,
        medium: null,
      },
      evidence: {
        url: 'https://hallow.example/minutes',
        timecode: '00:04:10',
      },
      verification: {
        status: 'verified',
      },
    },
    {
      id: 'q2',
      text: 'The quay will stay shut',
      language: 'en',
      kind: 'indirect',
      speaker: {
        personId: null,
        name: 'a port engineer',
        role: null,
      },
      occasion: null,
      evidence: null,
      verification: {
        status: 'disputed',
      },
    },
  ],
  people: [
    {
      id: 'p1',
      name: 'Ines Calder',
      slug: null,
      role: {
        title: 'Mayor',
        organisation: 'Port Hallow',
      },
      wikidataId: null,
    },
    {
      id: 'p2',
      name: 'Lars Ostrand',
      slug: null,
      role: {
        title: 'Engineer',
        organisation: null,
      },
      wikidataId: 'Q000',
    },
  ],
  images: [
    {
      id: 'm2',
      url: '/media/crane.jpg',
      alt: 'A crane',
      caption: null,
      credit: null,
      expiresAt: null,
      width: null,
      height: null,
      mimeType: null,
      focalX: null,
      focalY: null,
      sizes: {},
    },
  ],
  relatedArticles: [
    {
      id: 'a2',
      slug: 'quay-history',
      headline: 'A short history of the quay',
    },
  ],
};
