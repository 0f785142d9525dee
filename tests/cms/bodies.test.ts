import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless';
import { getEnabledNodes, type LexicalRichTextAdapter } from '@payloadcms/richtext-lexical';
import fc from 'fast-check';
import type { FlattenedField } from 'payload';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { bodyFaults } from '../../src/domain/richText/bodySchema';
import { lexicalFromParagraphs } from '../../src/domain/richText/lexicalFromParagraphs';
import { lexicalText } from '../../src/domain/richText/lexicalText';
import type { RichText } from '../../src/domain/richText/RichText';
import { openNewsroom, publish, writeArticle, type Newsroom } from '../support/newsroom';
import { anyBody } from '../domain/richText/bodies';

let newsroom: Newsroom;
let articleId: string;
let sectionId: string;

beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
  const { article, sections } = await writeArticle(newsroom);
  articleId = article.id;
  sectionId = String(sections[0]?.id);
});
afterAll(() => newsroom.close());

const bodyWith = (...children: unknown[]) => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children },
});
const linkTo = (fields: object) =>
  bodyWith({
    type: 'paragraph',
    version: 1,
    children: [{ type: 'link', version: 3, fields, children: [{ type: 'text', text: 'here' }] }],
  });

/** What readers would not see, or what keeps the story page from opening. */
const BAD = {
  children: { root: { type: 'root', children: null } },
  unknown: bodyWith({ type: 'marquee', text: 'Nobody sees this.', children: [] }),
  hidden: bodyWith({ type: 'paragraph', children: [], note: 'Nobody sees this.' }),
  script: linkTo({ linkType: 'custom', url: 'javascript:alert(1)' }),
  image: bodyWith({ type: 'upload', relationTo: 'media', value: 'xyz' }),
} as const;

const stored = async () => {
  const section = await newsroom.payload.findByID({
    collection: 'sections',
    id: sectionId,
    draft: true,
  });
  return { body: section.body, revision: section.revision };
};

describe.each(Object.entries(BAD))('a body with %s wrong', (_, body) => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'REST',
      async () => {
        const { status, body: answer } = await newsroom.rest('PATCH', `/sections/${sectionId}`, {
          as: 'writer',
          body: { body },
        });
        return { status, message: answer.errors[0].message };
      },
    ],
    [
      'autosave',
      async () => {
        const { status, body: answer } = await newsroom.rest(
          'PATCH',
          `/sections/${sectionId}?draft=true&autosave=true`,
          { as: 'writer', body: { body } },
        );
        return { status, message: answer.errors[0].message };
      },
    ],
    [
      'GraphQL',
      async () => {
        const { body: answer } = await newsroom.graphql(
          `mutation ($data: mutationSectionUpdateInput!) { updateSection(id: "${sectionId}", data: $data, draft: true) { id } }`,
          { as: 'writer', variables: { data: { body } } },
        );
        const [{ message, extensions }] = answer.errors;
        return { status: extensions.statusCode, message };
      },
    ],
    [
      'the Local API',
      () =>
        newsroom.payload
          .update({
            collection: 'sections',
            id: sectionId,
            data: { body: body as unknown as RichText },
            draft: true,
          })
          .then(
            () => null,
            ({ status, message }: { status: number; message: string }) => ({ status, message }),
          ),
    ],
    [
      'the story page',
      async () => {
        const { body: story } = await newsroom.rest('GET', `/articles/${articleId}/story`, {
          as: 'writer',
        });
        const { revision, headline, standfirst, sections } = story;
        const { status, body: answer } = await newsroom.rest(
          'PUT',
          `/articles/${articleId}/story`,
          {
            as: 'writer',
            body: {
              revision,
              headline,
              standfirst,
              sections: sections.map((section: { id: string; revision: number }) => ({
                id: section.id,
                revision: section.revision,
                ...(section.id === sectionId ? { body } : {}),
              })),
            },
          },
        );
        return { status, message: answer.errors[0].message };
      },
    ],
  ])('is refused by %s, and nothing is saved', async (_way, save) => {
    const before = await stored();
    expect(await save()).toMatchObject({ status: 400, message: expect.stringMatching(/root/) });
    expect(await stored()).toEqual(before);
  });
});

describe('a link', () => {
  it('to an article that does not exist is refused with what to do', async () => {
    const doc = { relationTo: 'articles', value: '65f000000000000000000000' };
    const { status, body } = await newsroom.rest('PATCH', `/sections/${sectionId}?draft=true`, {
      as: 'writer',
      body: { body: linkTo({ linkType: 'internal', doc }) },
    });
    expect([status, body.errors[0].data.code]).toEqual([400, 'LINK_UNKNOWN']);
    expect(body.errors[0].message).toMatch(/take the link away/);
  });

  it('to one that was deleted since keeps nobody from writing', async () => {
    const other = await writeArticle(newsroom, { headline: 'Soon gone' });
    const body = linkTo({
      linkType: 'internal',
      doc: { relationTo: 'articles', value: other.article.id },
    });
    const save = (more: object) =>
      newsroom.rest('PATCH', `/sections/${sectionId}?draft=true`, { as: 'editor', body: more });
    expect((await save({ body })).status).toBe(200);
    await newsroom.payload.delete({ collection: 'articles', id: other.article.id });
    expect((await save({ body, heading: 'Still written' })).status).toBe(200);
    const copy = await newsroom.rest('POST', `/articles/${articleId}/duplicate`, { as: 'editor' });
    expect(copy.status).toBe(200);
    expect((await save({ body: lexicalFromParagraphs(['Again.']) })).status).toBe(200);
  });
});

describe('a body that was stored before bodies had a schema', () => {
  const old = {
    root: {
      type: 'root',
      children: [
        { type: 'marquee', children: [{ type: 'text', text: 'The ferry leaves at nine.' }] },
        null,
        ...BAD.script.root.children,
        ...BAD.image.root.children,
        { type: 'paragraph', children: null },
      ],
    },
  };
  const putThere = async (id: string) => {
    const { docs } = await newsroom.payload.db.findVersions({
      collection: 'sections',
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
      limit: 1,
    });
    const [row] = docs;
    const { connection } = newsroom.payload.db;
    const { ObjectId } = connection.base.mongo;
    await connection
      .collection('_sections_versions')
      .updateOne({ _id: new ObjectId(String(row?.id)) }, { $set: { 'version.body': old } });
    await connection
      .collection('sections')
      .updateOne({ _id: new ObjectId(id) }, { $set: { body: old } });
    return String(row?.id);
  };

  it('is read as one that can be saved, in its form, on the story page, restored and duplicated', async () => {
    const { article, sections } = await writeArticle(newsroom, { headline: 'From the archive' });
    const id = String(sections[0]?.id);
    const versionId = await putThere(id);
    const told = 'The ferry leaves at nine.\n\nhere';

    const form = await newsroom.rest('GET', `/sections/${id}?draft=true`, { as: 'writer' });
    expect(bodyFaults(form.body.body)).toEqual([]);
    expect(lexicalText(form.body.body)).toBe(told);
    const page = await newsroom.rest('GET', `/articles/${article.id}/story`, { as: 'writer' });
    expect(page.body.sections[0].body).toEqual(form.body.body);

    const copy = await newsroom.rest('POST', `/articles/${article.id}/duplicate`, { as: 'writer' });
    expect(copy.status).toBe(200);

    const saved = await newsroom.rest('PATCH', `/sections/${id}?draft=true`, {
      as: 'writer',
      body: { body: form.body.body, heading: 'From then' },
    });
    expect(saved.status).toBe(200);

    // Not by the editor, who approves it below.
    const restored = await newsroom.rest('POST', `/sections/versions/${versionId}?draft=true`, {
      as: 'publisher',
    });
    expect(restored.status).toBe(200);
    const { docs } = await newsroom.payload.db.findVersions<{ body: unknown }>({
      collection: 'sections',
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
      limit: 1,
    });
    expect(bodyFaults(docs[0]?.version.body)).toEqual([]);
    await expect(publish(newsroom, article.id)).resolves.toBeDefined();
  });
});

describe('a heading of another rank', () => {
  it('is saved at the rank that readers see', async () => {
    const { status } = await newsroom.rest('PATCH', `/sections/${sectionId}?draft=true`, {
      as: 'writer',
      body: {
        body: bodyWith({ type: 'heading', tag: 'h1', children: [{ type: 'text', text: 'Pier' }] }),
      },
    });
    expect(status).toBe(200);
    expect((await stored()).body?.root.children[0]?.tag).toBe('h3');
  });
});

describe('every body that may be saved', () => {
  it('is one that the editor opens and gives back', () => {
    const field = newsroom.payload.collections.sections.config.flattenedFields.find(
      ({ name }: FlattenedField) => name === 'body',
    ) as unknown as { editor: LexicalRichTextAdapter };
    const editor = createHeadlessEditor({
      nodes: getEnabledNodes({ editorConfig: field.editor.editorConfig }),
      onError: (error) => {
        throw error;
      },
    });
    fc.assert(
      fc.property(anyBody, (body) => {
        // An empty page of the editor is no state that it accepts.
        if (body.root.children.length === 0) return;
        const state = editor.parseEditorState(JSON.stringify(body));
        const again = JSON.parse(JSON.stringify(state.toJSON())) as RichText;
        expect(bodyFaults(again)).toEqual([]);
        expect(lexicalText(again)).toBe(lexicalText(body));
      }),
      { numRuns: 200 },
    );
  });
});
