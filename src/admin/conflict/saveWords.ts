import type { Version } from '../../domain/edition/joinVersions';
import { outlivesItsPage } from '../page/outlivesItsPage';
import type { Say } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { forgetWords, keepWords, type KeptWords } from './keptWords';
import { saysAll } from './versionFields';

/** Longer than an autosave takes that is under way when its form is left. */
const UNDER_WAY_MS = 8_000;
const PAUSE_MS = 400;

/** Reasons of our own, beside the sentences of the server and the status of an answer without one. */
export const CONFLICT = 'conflict:overtaken';
export const UNREACHABLE = 'conflict:unreachable';
const SIGNED_OUT = 'conflict:signedOut';

export function reasonInWords(reason: string, say: Say): string {
  const own = [CONFLICT, UNREACHABLE, SIGNED_OUT] as const;
  const key = own.find((each) => each === reason);
  const status = /^\d{3}$/.test(reason);
  return key ? say(key) : status ? say('conflict:answered', { status: reason }) : reason;
}

type Answer = { doc: Version } | { problem: string; isStale?: boolean };

interface Way {
  api: string;
  /** An autosave of the same form may be under way, and is waited for. */
  isAutosaving: boolean;
  /** Then there is no time to look first. */
  isLeavingPage?: boolean;
}

const onTheirWay = new Set<string>();

/**
 * Saves words that were put aside, where that overwrites nobody: on the text that they were written
 * on, on a newer one that only holds own words, or one that has these fields unchanged. What is not
 * saved stays put aside, with the reason.
 */
export async function saveKeptWords(
  words: KeptWords,
  { api, isAutosaving, isLeavingPage = false }: Way,
): Promise<void> {
  if (onTheirWay.has(words.key)) return;
  onTheirWay.add(words.key);
  const problem = await deliver(words, { api, isAutosaving, isLeavingPage }).finally(() =>
    onTheirWay.delete(words.key),
  );
  if (problem === null) forgetWords(words.key);
  else keepWords({ ...words, problem });
  window.dispatchEvent(new Event(ARTICLE_SAVED));
}

/** Null when the words are saved, or the reason why not. */
async function deliver(
  words: KeptWords,
  { api, isAutosaving, isLeavingPage = false }: Way,
): Promise<string | null> {
  const address = addressOf(words, api);
  const values = words.mine;
  const until = Date.now() + UNDER_WAY_MS;
  // A page that stays looks first, so that nothing is sent only to be refused.
  let answer = isLeavingPage
    ? await save({ address, values, revision: words.revision, isTyping: true })
    : null;
  while (answer === null || ('isStale' in answer && answer.isStale)) {
    const newest = await readNewest(words, api);
    if ('problem' in newest) return newest.problem;
    const revision = Number(newest.doc.revision);
    const isInTime = Date.now() < until;
    if (isAutosaving && answer === null && revision === words.revision && isInTime) {
      await pause();
      continue;
    }
    if (saysAll(newest.doc, values)) return null;
    const isOwn = [words.base, ...words.underWay].some((own) => saysAll(newest.doc, own));
    if (!isOwn || !isInTime) return CONFLICT;
    const isTyping = revision === words.revision;
    answer = await save({ address, values, revision, isTyping });
  }
  return 'problem' in answer ? answer.problem : null;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}

/** Saves as a version of its own, so that the text before it can be found in the history. */
export function saveOnTop({
  document,
  api,
  values,
  revision,
}: {
  document: { collection: string; id: string };
  api: string;
  values: Version;
  revision: number;
}): Promise<Answer> {
  return save({ address: addressOf(document, api), values, revision, isTyping: false });
}

export async function readNewest(
  document: { collection: string; id: string },
  api: string,
): Promise<{ doc: Version } | { problem: string }> {
  const response = await fetch(addressOf(document, api), { credentials: 'include' }).catch(
    () => null,
  );
  if (!response) return { problem: UNREACHABLE };
  if (!response.ok) return { problem: await reasonOf(response) };
  return { doc: (await response.json()) as Version };
}

async function save({
  address,
  values,
  revision,
  isTyping,
}: {
  address: string;
  values: Version;
  revision: number;
  isTyping: boolean;
}): Promise<Answer> {
  const body = JSON.stringify({ ...values, revision, _status: 'draft' });
  const response = await fetch(isTyping ? `${address}&autosave=true` : address, {
    method: 'PATCH',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    keepalive: outlivesItsPage(body),
    body,
  }).catch(() => null);
  if (!response) return { problem: UNREACHABLE };
  if (response.ok) return { doc: ((await response.json()) as { doc: Version }).doc };
  // Two saves that met (SAVE_CONFLICT) are looked at in the same way.
  return { problem: await reasonOf(response), isStale: response.status === 409 };
}

async function reasonOf(response: Response): Promise<string> {
  if (response.status === 401) return SIGNED_OUT;
  const answer = (await response.json().catch(() => null)) as {
    errors?: { message?: string }[];
  } | null;
  return answer?.errors?.[0]?.message ?? String(response.status);
}

function addressOf({ collection, id }: { collection: string; id: string }, api: string): string {
  return `${api}/${collection}/${id}?draft=true&depth=0`;
}
