import { describe, expect, it } from 'vitest';

import { carrying, openForm } from '../../src/admin/conflict/carryRevision';

const ID = 'articles/0123456789abcdef01234567';
const ADDRESS = `/api/${ID}?autosave=true&depth=0&draft=true`;

/** A server that takes a save on its newest text only, as checkRevision does. */
function newServer() {
  const server = { newest: 5, texts: [] as string[] };
  const ask = carrying((_input, init) => {
    const { revision, text } = JSON.parse((init!.body as FormData).get('_payload') as string) as {
      revision: number;
      text: string;
    };
    if (revision !== server.newest) return Promise.resolve(new Response('{}', { status: 409 }));
    server.newest += 1;
    server.texts.push(text);
    return Promise.resolve(Response.json({ doc: { revision: server.newest } }));
  });
  const save = async (revision: number, text: string) => {
    const body = new FormData();
    body.set('_payload', JSON.stringify({ revision, text }));
    return (await ask(ADDRESS, { method: 'PATCH', body })).status;
  };
  return { server, save };
}

describe('autosaves of one form', () => {
  it('follow each other, though the form does not know the last answer yet', async () => {
    const { server, save } = newServer();
    const close = openForm(ID);
    const statuses = [];
    for (const [revision, text] of [
      [5, 'One'],
      [5, 'One two'],
      [5, 'One two three'],
      [6, 'One two three four'],
      [9, 'All of it'],
    ] as const) {
      statuses.push(await save(revision, text));
    }
    close();
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect(server.texts.at(-1)).toBe('All of it');
  });

  it('do not write over what somebody else saved in between', async () => {
    const { server, save } = newServer();
    const close = openForm(ID);
    await save(5, 'Mine');
    server.newest += 1;
    expect(await save(5, 'Mine again')).toBe(409);
    expect(await save(6, 'Mine again')).toBe(409);
    // Once they have taken over the newer text, they go on from there and from nothing before.
    expect(await save(7, 'Both')).toBe(200);
    expect(await save(5, 'Mine again')).toBe(409);
    close();
    expect(server.texts).toEqual(['Mine', 'Both']);
  });

  it('are left alone where two forms of the document are open, and where none is', async () => {
    const { save } = newServer();
    const closes = [openForm(ID), openForm(ID)];
    await save(5, 'In the one');
    expect(await save(5, 'In the other')).toBe(409);
    for (const close of closes) close();
    expect(await save(5, 'In none')).toBe(409);
  });
});
