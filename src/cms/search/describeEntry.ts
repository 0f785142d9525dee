import type { PayloadRequest } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import { searchWords } from '../../domain/search/searchWords';
import { findByIds } from '../../actions/load/findByIds';
import type { Article, Person, Quote, Topic } from '../../payload-types';
import type { SearchEntry } from './searchEntries';

type Described = Pick<SearchEntry, 'title' | 'detail' | 'words'>;

/** By which words each kind of document is found, and what is shown of it. */
export const describeEntry = {
  article: ({ headline, webHeadline, slug, dateline }: Article): Described => ({
    title: headline ?? '',
    detail: null,
    words: searchWords(headline, webHeadline, slug, dateline),
  }),
  person: ({ name, aliases, roles, wikidataId }: Person): Described => ({
    title: name,
    detail: roles?.at(-1)?.title ?? null,
    words: searchWords(name, ...(aliases ?? []), wikidataId),
  }),
  topic: ({ name, slug, iptcCode }: Topic): Described => ({
    title: name,
    detail: null,
    words: searchWords(name, slug, iptcCode),
  }),
  quote: async ({ text, attribution, speaker }: Quote, req: PayloadRequest): Promise<Described> => {
    const [person] = await findByIds({ collection: 'people', ids: [idOf(speaker)], req });
    const who = person?.name ?? attribution ?? null;
    return { title: text ?? '', detail: who, words: searchWords(who, text) };
  },
};
