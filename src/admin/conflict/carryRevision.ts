/** What a form that is open saved one after the other, nobody else in between. */
interface OwnSaves {
  /** How many forms of the document are on the page. */
  forms: number;
  /** The numbers that its saves were made on, and the number of the last of them. */
  before: Set<number>;
  saved: number | null;
}

const documents = new Map<string, OwnSaves>();
let isInstalled = false;

/**
 * Payload's form begins its next autosave in the moment when the last one is answered, before it has
 * drawn what that answer says: still with the number of the save before, which the server refuses as
 * if somebody else had saved a newer text. Whoever types over a slow line was told so of themselves.
 * From now on the number of the answer goes along with the save that follows it.
 *
 * @returns what ends it when the form goes away.
 */
export function carryRevision(collection: string, id: string): () => void {
  if (!isInstalled) window.fetch = carrying(window.fetch.bind(window));
  isInstalled = true;
  return openForm(`${collection}/${id}`);
}

export function openForm(name: string): () => void {
  const open = documents.get(name) ?? { forms: 0, before: new Set(), saved: null };
  open.forms += 1;
  documents.set(name, open);
  return () => {
    open.forms -= 1;
    if (open.forms === 0) documents.delete(name);
  };
}

export function carrying(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const save = autosaveIn(input, init);
    if (!save) return ask(input, init);
    const { own, body, values } = save;
    // Of two forms of one document nobody knows whose words the last answer was about.
    const isOvertakenByItself = own.forms === 1 && own.before.has(values.revision);
    const revision = isOvertakenByItself && own.saved ? own.saved : values.revision;
    body.set('_payload', JSON.stringify({ ...values, revision }));
    const response = await ask(input, init);
    if (response.ok) {
      if (own.saved !== revision) own.before.clear();
      own.before.add(revision);
      const { doc } = (await response.clone().json()) as { doc?: { revision?: number } };
      own.saved = doc?.revision ?? null;
    }
    return response;
  };
}

function autosaveIn(input: RequestInfo | URL, init: RequestInit | undefined) {
  if (typeof input !== 'string' || init?.method !== 'PATCH') return null;
  const [, name = ''] = /\/([\w-]+\/[0-9a-f]{24})\?(?:.*&)?autosave=true(?:&|$)/.exec(input) ?? [];
  const own = documents.get(name);
  const { body } = init;
  if (!own || !(body instanceof FormData)) return null;
  const payload = body.get('_payload');
  if (typeof payload !== 'string') return null;
  const values = JSON.parse(payload) as { revision?: unknown };
  if (typeof values.revision !== 'number') return null;
  return { own, body, values: { ...values, revision: values.revision } };
}
