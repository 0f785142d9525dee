import fc from 'fast-check';

import { openApiDocument } from '../../src/delivery/openapi/openApiDocument';
import { ROUTES } from '../../src/delivery/routes/routes';

const { paths } = openApiDocument(ROUTES, 'https://news.example');

/** What an answer to whatever was asked may never hold: where code lies, and what it runs on. */
export const INNARDS = /\bat .*\.[jt]s:\d|node_modules|Mongo[A-Z]|\bundefined\b.*\bproperties\b/;

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'article-1',
    'topic-1',
    '0',
    '-1',
    '1e9',
    '9'.repeat(20),
    '$ne',
    '__proto__',
    'constructor',
    '../',
    '..%2f',
    '%00',
    'a'.repeat(3_000),
    '"harbour" -lantern',
    '(((((((',
    '<script>',
    '2031-05-04T12:00:00Z',
    'newest',
    'sections,quotes',
  ),
  fc.integer().map(String),
  fc.base64String({ maxLength: 60 }),
);

const header = fc.oneof(
  fc.constant({}),
  fc
    .constantFrom('if-none-match', 'accept-encoding', 'standfirst-sequence', 'range')
    .chain((name) =>
      fc
        .constantFrom('*', '""', '"x", W/"y"', 'br;q=x', '1e99', '-5', 'gzip,'.repeat(200))
        .map((value) => ({
          [name]: value,
        })),
    ),
);

export interface HostileRequest {
  path: string;
  headers: Record<string, string>;
}

/** Requests for every address of the API description and of the reader site, as nobody means them. */
export const hostileRequest: fc.Arbitrary<HostileRequest> = fc
  .record({
    route: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          ...Object.entries(paths).filter(([, { get }]) => get.operationId !== 'streamEvents'),
        ),
      },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    reader: fc.constantFrom(
      '/read',
      '/read/{slug}',
      '/read/topics/{slug}',
      '/read/preview',
      '/read/preview/{slug}',
    ),
    words: fc.array(word, { minLength: 3, maxLength: 3 }),
    query: fc.dictionary(
      fc.oneof(
        fc.constantFrom('limit', 'cursor', 'q', 'fields', 'since', 'topic', 'token', 'kind[$gt]'),
        word,
      ),
      word,
      { maxKeys: 3 },
    ),
    headers: header,
  })
  .map(({ route, reader, words, query, headers }) => {
    const [template, known] = route
      ? [`/v1${route[0]}`, route[1].get.parameters.filter((one) => one.in === 'query')]
      : [reader, []];
    const search = new URLSearchParams(query);
    const [first] = known;
    if (first && words[1]) search.set(first.name, words[1]);
    // Waiting is what it is for; here it would only take long.
    search.delete('wait');
    const path = template.replace(/\{\w+\}/g, () => encodeURIComponent(plain(words[0] ?? '')));
    return { path: `${path}?${search.toString()}`, headers };
  });

/** Lone surrogates have no place in an address; everything else has. */
function plain(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}
