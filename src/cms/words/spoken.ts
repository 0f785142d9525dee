import type { AfterErrorHook, FieldHook, PayloadRequest, TypeWithID } from 'payload';

import { inGerman } from './inGerman';

/** What fails early fails before its language is known. */
type Request = Partial<Pick<PayloadRequest, 'i18n'>>;

/** The properties that hold sentences for people. */
const SENTENCES = new Set(['message', 'blockedReason', 'reason', 'problem', 'problems']);

/**
 * What the server says, in the language of the request: people choose theirs in the panel, and who
 * asks for none is answered in English. The codes beside the sentences are the same in all.
 */
export function spoken<T>(req: Request, answer: T): T {
  return speaksGerman(req) ? (sentencesIn(answer) as T) : answer;
}

/** One sentence, likewise. */
export function spokenSentence(req: Request, sentence: string): string {
  return speaksGerman(req) ? inGerman(sentence) : sentence;
}

/** Refusals, whoever makes them, in REST and GraphQL. */
export const speakTheLanguage: AfterErrorHook = ({ req, result, graphqlResult }) => ({
  ...(result ? { response: spoken(req, { ...result }) } : {}),
  ...(graphqlResult ? { graphqlResult: spoken(req, graphqlResult) } : {}),
});

/** A stored sentence, read in the reader's language. */
export const readSpoken: FieldHook<TypeWithID, unknown> = ({ req, value }) =>
  typeof value === 'string' ? spokenSentence(req, value) : value;

function speaksGerman(req: Request): boolean {
  return req.i18n?.language === 'de';
}

function sentencesIn(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return SENTENCES.has(name) ? inGerman(value) : value;
  if (Array.isArray(value)) return value.map((each) => sentencesIn(each, name));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, sentencesIn(each, key)]),
  );
}
