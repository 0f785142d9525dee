import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { openNewsroom, type Newsroom, type Role } from '../support/newsroom';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom(inject('mongoUri'));
});
afterAll(() => newsroom.close());

const post = (title: string, more: string, content = '<p>The council met on Monday.</p>') =>
  `<item><title>${title}</title><link>https://old.example/${title.toLowerCase().replace(/ /g, '-')}/</link><guid>https://old.example/?p=${title.length}</guid><dc:creator>ada</dc:creator><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_type>post</wp:post_type><wp:post_name>${title.toLowerCase().replace(/ /g, '-')}</wp:post_name><wp:post_date_gmt>2019-05-02 08:00:00</wp:post_date_gmt>${more}</item>`;
const EXCERPT = '<excerpt:encoded>What it decided.</excerpt:encoded>';
const PUBLIC = '<wp:status>publish</wp:status>';
const SITE = `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e" xmlns:dc="d"><channel><title>The Hallow Post</title><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
${post('Council agrees', PUBLIC + EXCERPT)}
${post('Not ready at all', PUBLIC, '<p>“Nobody said this,” it was said.</p>')}
${post('Only a draft', `<wp:status>draft</wp:status>${EXCERPT}`)}
${post('For subscribers', `${PUBLIC}${EXCERPT}<wp:post_password>x</wp:post_password>`)}
</channel></rss>`;

interface Answer {
  stories: { headline: string; outcome: string; isPublished?: boolean; problem?: string }[];
}

async function bring(as: Role) {
  const { status, body } = await newsroom.rest(
    'POST',
    '/articles/import?name=site.xml&publish=true',
    { as, body: SITE },
  );
  return { status, body: body as Answer };
}

describe('importing a site as it was published', () => {
  it('is for admins', async () => {
    expect((await bring('publisher')).status).toBe(403);
    expect((await newsroom.payload.count({ collection: 'articles' })).totalDocs).toBe(0);
  });

  it('shows what was public there, at its old address and date, and says why the rest is a draft', async () => {
    const { status, body } = await bring('admin');
    expect(status).toBe(200);
    const told = body.stories.map(({ headline, isPublished, problem }) => [
      headline,
      isPublished,
      Boolean(problem),
    ]);
    expect(told).toEqual([
      ['Council agrees', true, false],
      ['Not ready at all', false, true],
      ['Only a draft', undefined, false],
      ['For subscribers', undefined, false],
    ]);
    // What readers get.
    const { body: seen } = await newsroom.rest('GET', '/articles?depth=0');
    expect(seen.docs).toHaveLength(1);
    expect(seen.docs[0]).toMatchObject({
      headline: 'Council agrees',
      slug: 'council-agrees',
      workflow: {
        firstPublishedAt: '2019-05-02T08:00:00.000Z',
        publishedAt: '2019-05-02T08:00:00.000Z',
      },
    });
    const { docs: audit } = await newsroom.payload.find({
      collection: 'audit-entries',
      where: { article: { equals: seen.docs[0].id } },
      sort: 'at',
      depth: 0,
    });
    expect(audit.map(({ action, actorName }) => [action, actorName])).toEqual(
      expect.arrayContaining(
        ['submit', 'override', 'publish'].map((action) => [action, newsroom.users.admin.name]),
      ),
    );
    expect(audit.find(({ action }) => action === 'override')?.reason).toBe(
      'Imported as it was published on 2019-05-02T08:00:00.000Z.',
    );
    // Again: nothing, not even for what could not be published before.
    const again = await bring('admin');
    expect(again.body.stories.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  });
});
