import type { RichText } from '../../src/domain/richText/RichText';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { emailOf } from './adminPage';
import { openQuotes } from './openQuotes';
import type { ServerProcess } from './serverProcess';

export interface NewsroomApi {
  /** A request as one of the first run's people; a status of 400 and above throws. */
  ask: (as: string | null, method: string, path: string, body?: object) => Promise<Json>;
  /** Stores a file in a collection of files. */
  upload: (
    as: string,
    collection: string,
    file: { name: string; type: string; bytes: Buffer },
    fields: object,
  ) => Promise<Json>;
  /** A draft that could be submitted, with one section of these paragraphs. */
  writeArticle: (headline: string, paragraphs?: readonly string[]) => Promise<WrittenArticle>;
  /** Submits and approves the working copy. */
  approve: (articleId: string, change?: object) => Promise<void>;
  /** Submits and approves the working copy, and publishes the edition. */
  publish: (articleId: string, change?: object) => Promise<void>;
}

export interface WrittenArticle {
  id: string;
  section: string;
}

// Answers of every shape; each test says what it expects.
export type Json = any; // oxlint-disable-line typescript/no-explicit-any

/** What other people do at the same time as somebody in a browser: over the REST API. */
export function newsroomApi(server: ServerProcess): NewsroomApi {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (as: string) => {
    const token = tokens.get(as) ?? server.signIn(emailOf(as), String(server.passwords[as]));
    tokens.set(as, token);
    return token;
  };
  const ask: NewsroomApi['ask'] = async (as, method, path, body) => {
    const response = await fetch(`${server.url}/api${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(as ? { authorization: `JWT ${await tokenOf(as)}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  const upload: NewsroomApi['upload'] = async (as, collection, { name, type, bytes }, fields) => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], name, { type }));
    form.set('_payload', JSON.stringify(fields));
    const response = await fetch(`${server.url}/api/${collection}`, {
      method: 'POST',
      headers: { authorization: `JWT ${await tokenOf(as)}` },
      body: form,
    });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${collection}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  const approve: NewsroomApi['approve'] = async (id, change) => {
    const { quotations } = await ask('writer', 'GET', `/articles/${id}/quotations`);
    const quotes = openQuotes(quotations);
    if (quotes.length > 0) {
      const vouched = { way: 'present' };
      await ask('writer', 'POST', `/articles/${id}/vouch`, { step: 'vouch', quotes, vouched });
    }
    await ask('writer', 'POST', `/articles/${id}/actions/submit`, { change });
    const { contentHash } = await ask('editor', 'GET', `/articles/${id}/actions`);
    await ask('editor', 'POST', `/articles/${id}/actions/approve`, { contentHash });
  };
  return {
    ask,
    upload,
    writeArticle: async (headline, paragraphs = ['The ferry leaves at nine.']) => {
      const section = await ask('writer', 'POST', '/sections?draft=true', {
        body: bodyOf(paragraphs),
      });
      const article = await ask('writer', 'POST', '/articles?draft=true', {
        headline,
        standfirst: 'A made-up story for a test.',
        sections: [section.doc.id],
      });
      return { id: article.doc.id as string, section: section.doc.id as string };
    },
    approve,
    publish: async (id, change) => {
      await approve(id, change);
      await ask('publisher', 'POST', `/articles/${id}/actions/publish`);
    },
  };
}

export function bodyOf(paragraphs: readonly string[]): RichText {
  return lexicalFromParagraphs(paragraphs);
}
