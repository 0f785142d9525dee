// Made from the OpenAPI document of the delivery API; tests/delivery/openApi.test.ts keeps it so.

export type Article = {
  id: string;
  slug: string;
  /** Where readers find it. */ url: string;
  headline: string;
  webHeadline: string;
  standfirst: string | null;
  kind: string | null;
  /** BCP 47 */ language: string | null;
  dateline: string | null;
  bylines: { name: string; person: Person | null }[];
  topics: Topic[];
  leadImage: Image | null;
  edition: {
    /** Counted from 1 within the article. */ number: number;
    /** SHA-256 of the canonical JSON of the content. */ hash: string;
  };
  /** ISO 8601 in UTC */ firstPublishedAt: string;
  /** When the edition shown went live, ISO 8601 in UTC. */ publishedAt: string;
  socialHeadline: string;
  seo: { title: string; description: string | null };
  origin: {
    publisher: string | null;
    url: string | null;
    copyrightLine: string | null;
    copyrightYear: number | null;
    licence: string | null;
  } | null;
  sections: Section[];
  quotes: Quote[];
  people: Person[];
  relatedArticles: { id: string; slug: string; headline: string | null }[];
  /** Oldest first. */ corrections: Correction[];
};

export type Person = {
  id: string;
  name: string;
  slug: string | null;
  wikidataId: string | null;
  /** As it was when the article was published. */ role: Role | null;
};

export type Role = { title: string; organisation: string | null };

export type Topic = { id: string; name: string; slug: string | null; iptcCode: string | null };

export type Image = {
  id: string;
  url: string | null;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  /** Pixels. */ width: number | null;
  /** Pixels. */ height: number | null;
  mimeType: string | null;
  /** Per cent from the left and the top. */ focalPoint: { x: number; y: number } | null;
  sizes: Record<string, { url: string; width: number | null; height: number | null }>;
};

export type Section = {
  id: string;
  /** Null for the lead. */ heading: string | null;
  body: {
    /** The structured body, a Lexical editor state. */ lexical: unknown;
    /** Safe to insert into a page. */ html: string;
    /** Paragraphs separated by one blank line. */ text: string;
  };
  quotes: Quote[];
  people: Person[];
};

export type Quote = {
  id: string;
  /** The verbatim words. */ text: string;
  language: string | null;
  kind: string | null;
  speaker: {
    /** Null for a speaker who is described but not named. */ personId: string | null;
    name: string;
    role: string | null;
  } | null;
  occasion: {
    name: string | null;
    date: string | null;
    place: string | null;
    medium: string | null;
  } | null;
  /** Where the words can be heard or read. */ evidence: {
    url: string;
    timecode: string | null;
  } | null;
  /** verified, unverified or disputed */ verification: string;
  /** How the newsroom knows the words, as far as it shows it. */ vouching: {
    /** own_interview, present, recording, document, agency, publication or translation */ way: string;
    source: string | null;
    url: string | null;
    date: string | null;
    place: string | null;
    translatedBy: string | null;
    translatedFrom: string | null;
    by: string | null;
  } | null;
};

export type Correction = {
  /** ISO 8601 in UTC */ at: string;
  /** correction, clarification or update */ kind: string;
  note: string;
  editionNumber: number;
  /** Which parts differ, in words. */ changed: string[];
};

export type ArticlePage = { items: ArticleSummary[]; next: string | null };

export type ArticleSummary = {
  id: string;
  slug: string;
  /** Where readers find it. */ url: string;
  headline: string;
  webHeadline: string;
  standfirst: string | null;
  kind: string | null;
  /** BCP 47 */ language: string | null;
  dateline: string | null;
  bylines: { name: string; person: Person | null }[];
  topics: Topic[];
  leadImage: Image | null;
  edition: {
    /** Counted from 1 within the article. */ number: number;
    /** SHA-256 of the canonical JSON of the content. */ hash: string;
  };
  /** ISO 8601 in UTC */ firstPublishedAt: string;
  /** When the edition shown went live, ISO 8601 in UTC. */ publishedAt: string;
  sections?: Section[];
  quotes?: Quote[];
  people?: Person[];
};

export type SearchResult = {
  items: {
    id: string;
    slug: string;
    /** Where readers find it. */ url: string;
    headline: string;
    webHeadline: string;
    standfirst: string | null;
    kind: string | null;
    /** BCP 47 */ language: string | null;
    dateline: string | null;
    bylines: { name: string; person: Person | null }[];
    topics: Topic[];
    leadImage: Image | null;
    edition: {
      /** Counted from 1 within the article. */ number: number;
      /** SHA-256 of the canonical JSON of the content. */ hash: string;
    };
    /** ISO 8601 in UTC */ firstPublishedAt: string;
    /** When the edition shown went live, ISO 8601 in UTC. */ publishedAt: string;
    sections?: Section[];
    quotes?: Quote[];
    people?: Person[];
    /** Passages as HTML: what was found stands in <mark>. */ highlights: {
      field: string;
      html: string;
    }[];
  }[];
  /** False when more matched than were looked at. */ isComplete: boolean;
};

export type CorrectionPage = {
  items: {
    /** ISO 8601 in UTC */ at: string;
    /** correction, clarification or update */ kind: string;
    note: string;
    editionNumber: number;
    /** Which parts differ, in words. */ changed: string[];
    article: { id: string; slug: string; url: string; headline: string };
  }[];
  next: string | null;
};

export type PersonPage = { items: PersonRecord[]; next: string | null };

export type PersonRecord = {
  id: string;
  name: string;
  slug: string | null;
  wikidataId: string | null;
  /** As it is today. */ role: Role | null;
  aliases: string[];
  roles: { title: string; organisation: string | null; from: string | null; to: string | null }[];
  biography: string | null;
  links: { label: string; url: string }[];
};

export type PersonWithQuotes = {
  id: string;
  name: string;
  slug: string | null;
  wikidataId: string | null;
  /** As it is today. */ role: Role | null;
  aliases: string[];
  roles: { title: string; organisation: string | null; from: string | null; to: string | null }[];
  biography: string | null;
  links: { label: string; url: string }[];
  /** The newest in published articles; all of them: /v1/quotes?person= */ quotes: QuoteRecord[];
};

export type QuoteRecord = {
  id: string;
  /** The verbatim words. */ text: string;
  language: string | null;
  kind: string | null;
  speaker: {
    /** Null for a speaker who is described but not named. */ personId: string | null;
    name: string;
    role: string | null;
  } | null;
  occasion: {
    name: string | null;
    date: string | null;
    place: string | null;
    medium: string | null;
  } | null;
  /** Where the words can be heard or read. */ evidence: {
    url: string;
    timecode: string | null;
  } | null;
  /** verified, unverified or disputed */ verification: string;
  /** How the newsroom knows the words, as far as it shows it. */ vouching: {
    /** own_interview, present, recording, document, agency, publication or translation */ way: string;
    source: string | null;
    url: string | null;
    date: string | null;
    place: string | null;
    translatedBy: string | null;
    translatedFrom: string | null;
    by: string | null;
  } | null;
  /** The live articles that have it. */ articles: {
    id: string;
    slug: string;
    url: string;
    headline: string;
  }[];
};

export type TopicPage = { items: TopicRecord[]; next: string | null };

export type TopicRecord = {
  id: string;
  name: string;
  slug: string | null;
  description: string | null;
  iptcCode: string | null;
  parentId: string | null;
};

export type QuotePage = { items: QuoteRecord[]; next: string | null };

export type Changes = {
  items: {
    /** Increasing without a gap. */ sequence: number;
    /** published, withdrawn, released, expired (of an image), disputed or settled (of a quotation) */ type: string;
    /** A tombstone: drop what you hold of this article. */ isDeleted: boolean;
    /** Null of a release that changes no article. */ articleId: string | null;
    slug: string | null;
    /** Of a release: the person, topic or image that readers see otherwise now; `expired`: the image whose rights have ended. */ record: {
      kind: string;
      id: string;
      slug: string | null;
    } | null;
    edition: { number: number; hash: string } | null;
    at: string;
  }[];
  /** Ask again with this as `since`. */ next: number;
  /** The last change there is. */ newest: number;
};

export interface Operations {
  /** One article by the last part of its address. */
  getArticle: {
    input: {
      slug: string;
      /** Any of: id, slug, url, headline, webHeadline, standfirst, kind, language, dateline, bylines, topics, leadImage, edition, firstPublishedAt, publishedAt, socialHeadline, seo, origin, sections, quotes, people, relatedArticles, corrections; separated by commas. */ fields?: string;
    };
    output: Article;
  };
  /** One article by its id, which never changes. */
  getArticleById: {
    input: {
      id: string;
      /** Any of: id, slug, url, headline, webHeadline, standfirst, kind, language, dateline, bylines, topics, leadImage, edition, firstPublishedAt, publishedAt, socialHeadline, seo, origin, sections, quotes, people, relatedArticles, corrections; separated by commas. */ fields?: string;
    };
    output: Article;
  };
  /** Published articles, newest first. */
  listArticles: {
    input: {
      /** Slug or id; narrower topics count. */ topic?: string;
      /** Slug or id of who speaks or is written about. */ person?: string;
      /** Slug or id of who wrote it. */ byline?: string;
      kind?: string;
      language?: string;
      /** ISO 8601 with offset: 2031-05-04T12:00:00Z */ since?: string;
      /** ISO 8601 with offset: 2031-05-04T12:00:00Z */ until?: string;
      /** By first publication, or by the last. */ order?: 'newest' | 'updated';
      /** How many, 1 to 100; 20 when absent. */ limit?: string | number;
      /** The `next` of the page before. */ cursor?: string;
      /** Any of: id, slug, url, headline, webHeadline, standfirst, kind, language, dateline, bylines, topics, leadImage, edition, firstPublishedAt, publishedAt, sections, quotes, people; separated by commas. */ fields?: string;
      /** Any of: sections, quotes, people; separated by commas. */ include?: string;
    };
    output: ArticlePage;
  };
  /** What to read next: those the editors chose, then the newest on the same topics. */
  listRelated: {
    input: {
      slug: string;
      /** How many, 1 to 100; 20 when absent. */ limit?: string | number;
      /** Any of: id, slug, url, headline, webHeadline, standfirst, kind, language, dateline, bylines, topics, leadImage, edition, firstPublishedAt, publishedAt, sections, quotes, people; separated by commas. */ fields?: string;
      /** Any of: sections, quotes, people; separated by commas. */ include?: string;
    };
    output: ArticlePage;
  };
  /** Published articles that hold all the words, best first. */
  searchArticles: {
    input: { q: string; /** How many, 1 to 100; 20 when absent. */ limit?: string | number };
    output: SearchResult;
  };
  /** What was corrected, clarified or updated, newest first. */
  listCorrections: {
    input: {
      /** How many, 1 to 100; 20 when absent. */ limit?: string | number;
      /** The `next` of the page before. */ cursor?: string;
    };
    output: CorrectionPage;
  };
  /** Everybody in published articles, by name. */
  listPeople: {
    input: {
      /** How many, 1 to 100; 20 when absent. */ limit?: string | number;
      /** The `next` of the page before. */ cursor?: string;
    };
    output: PersonPage;
  };
  /** One person by slug or id, with what they said last. */
  getPerson: { input: { slug: string }; output: PersonWithQuotes };
  /** The topics of published articles, by name. */
  listTopics: {
    input: {
      /** How many, 1 to 100; 20 when absent. */ limit?: string | number;
      /** The `next` of the page before. */ cursor?: string;
    };
    output: TopicPage;
  };
  /** One topic by slug or id. */
  getTopic: { input: { slug: string }; output: TopicRecord };
  /** What was said in published articles, newest first. */
  listQuotes: {
    input: {
      /** Slug or id of the speaker. */ person?: string;
      /** Slug or id; narrower topics count. */ topic?: string;
      /** Said on this day or later. */ saidFrom?: string;
      /** Said on this day or earlier. */ saidTo?: string;
      /** Every one of these words is in the quote. */ words?: string;
      /** How many, 1 to 100; 20 when absent. */ limit?: string | number;
      /** The `next` of the page before. */ cursor?: string;
    };
    output: QuotePage;
  };
  /** One quote with its source and the articles that have it. */
  getQuote: { input: { id: string }; output: QuoteRecord };
  /** What was published and withdrawn after `since`, without a gap; waits if asked to. */
  listChanges: {
    input: {
      /** The `next` of the answer before; 0 is the beginning. */ since?: string | number;
      /** How many, 1 to 100; 20 when absent. */ limit?: string | number;
      /** Seconds to wait for a first change, at most 30. */ wait?: string | number;
    };
    output: Changes;
  };
  /** The same changes as server-sent events; Last-Event-ID is the last sequence seen. */
  streamEvents: { input: Record<string, never>; output: string };
  /** The newest articles with their whole text, as RSS 2.0. */
  getFeedRss: { input: { /** Slug of a topic. */ topic?: string }; output: string };
  /** The newest articles with their whole text, as Atom. */
  getFeedAtom: { input: { /** Slug of a topic. */ topic?: string }; output: string };
  /** The newest articles with their whole text, as JSON Feed 1.1. */
  getFeedFeed: { input: { /** Slug of a topic. */ topic?: string }; output: string };
  /** The articles of the last two days, for news search. */
  getNewsSitemap: { input: Record<string, never>; output: string };
  /** The sitemaps, one for each month. */
  getSitemapIndex: { input: Record<string, never>; output: string };
  /** The articles first published in a month. */
  getSitemap: { input: { month: string | number }; output: string };
  /** One article as schema.org JSON-LD for the page of the article. */
  getJsonLd: { input: { slug: string }; output: string };
  /** One article as IPTC ninjs 3.1. */
  getNinjs: { input: { slug: string }; output: Record<string, unknown> };
  /** An unpublished text, for who holds a link to it that has not ended. */
  getPreview: { input: { token: string }; output: Article };
  /** This description, for programs. */
  getOpenApi: { input: Record<string, never>; output: Record<string, unknown> };
  /** This description, for people. */
  getDocumentation: { input: Record<string, never>; output: string };
}

export const PATHS = {
  getArticle: '/articles/{slug}',
  getArticleById: '/articles/id/{id}',
  listArticles: '/articles',
  listRelated: '/articles/{slug}/related',
  searchArticles: '/search',
  listCorrections: '/corrections',
  listPeople: '/people',
  getPerson: '/people/{slug}',
  listTopics: '/topics',
  getTopic: '/topics/{slug}',
  listQuotes: '/quotes',
  getQuote: '/quotes/{id}',
  listChanges: '/changes',
  streamEvents: '/events',
  getFeedRss: '/feeds/rss.xml',
  getFeedAtom: '/feeds/atom.xml',
  getFeedFeed: '/feeds/feed.json',
  getNewsSitemap: '/sitemaps/news.xml',
  getSitemapIndex: '/sitemaps/index.xml',
  getSitemap: '/sitemaps/{month}.xml',
  getJsonLd: '/articles/{slug}/jsonld',
  getNinjs: '/articles/{slug}/ninjs',
  getPreview: '/preview/{token}',
  getOpenApi: '/openapi.json',
  getDocumentation: '/docs',
} as const satisfies Record<keyof Operations, string>;
