import { readFile } from 'node:fs/promises';
import path from 'node:path';

import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';

import { wordToHtml } from '../../../src/actions/story/wordToHtml';
import { readStories } from '../../../src/domain/formats/readStories';
import { pasteStory } from '../../../src/domain/story/pasteStory';

/** Everything that an import of a file keeps or tells, as one text. */
async function toldOf(fileName: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await readStories({ bytes, fileName, wordToHtml });
  expect(read.stories.length + read.kills.length, read.problems.join('\n')).toBeGreaterThan(0);
  return JSON.stringify(read);
}

/** Words that stand nowhere else. */
const mark = (name: string) => `mark${name.replace(/\W/g, '')}`.toLowerCase();

/** The elements of HTML that hold words (WHATWG, and those of older pages). */
const WITH_WORDS =
  'a abbr acronym address article aside b bdi bdo big blink blockquote button canvas caption center cite code data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h2 h3 h4 h5 h6 header hgroup i ins kbd label legend li main map mark marquee math menu meter nav nobr ol optgroup option output p plaintext pre progress q rb rp rt rtc ruby s samp search section select small span strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var video audio object svg xmp listing slot unknown-element'.split(
    ' ',
  );
/** Those that point at something. */
const WITH_ADDRESS =
  'img iframe embed video audio object picture source track input area frame'.split(' ');

const around: Readonly<Record<string, (inside: string) => string>> = {
  caption: (inside) => `<table>${inside}<tr><td>One</td><td>Two</td></tr></table>`,
  tbody: (inside) => `<table>${inside}</table>`,
  thead: (inside) => `<table>${inside}</table>`,
  tfoot: (inside) => `<table>${inside}</table>`,
  tr: (inside) => `<table>${inside}</table>`,
  td: (inside) => `<table><tr>${inside}<td>Two</td></tr></table>`,
  th: (inside) => `<table><tr>${inside}<td>Two</td></tr></table>`,
  li: (inside) => `<ul>${inside}</ul>`,
  dd: (inside) => `<dl>${inside}</dl>`,
  dt: (inside) => `<dl>${inside}</dl>`,
  figcaption: (inside) => `<figure><img src="https://a.example/x.jpg">${inside}</figure>`,
  legend: (inside) => `<fieldset>${inside}</fieldset>`,
  summary: (inside) => `<details>${inside}<p>More.</p></details>`,
  option: (inside) => `<select>${inside}</select>`,
  optgroup: (inside) => `<select>${inside}</select>`,
  tr_: (inside) => inside,
  area: (inside) => `<map>${inside}</map>`,
  source: (inside) => `<video>${inside}</video>`,
  track: (inside) => `<video src="https://a.example/film.mp4">${inside}</video>`,
  picture: (inside) => inside,
};

/** Nobody who reads a page sees these. */
const UNSEEN = new Set([
  // The words of another language's readers, beside what it belongs to.
  'track',
  // A place in a picture that has gone, told with it.
  'area',
  // Its label, not its address, is what a page shows.
  'input',
  // Of pages that were made of frames nothing but the frames is there.
  'frame',
]);

const page = (inside: string) =>
  `<!doctype html><html lang="en"><body><main><h1>Mill to close</h1><p>The mill of Port Hallow will close in May, its owner said.</p>${inside}<p>Forty people work there, and most of them live nearby.</p></main></body></html>`;

describe('HTML', () => {
  it.each(WITH_WORDS)('<%s> is in the story or in the receipt', async (tag) => {
    const inside =
      tag === 'tr' || tag === 'tbody' || tag === 'thead' || tag === 'tfoot'
        ? `<${tag}><td>${mark(tag)} words</td><td>Two</td></${tag}>`
        : `<${tag}>${mark(tag)} words</${tag}>`;
    const html = (around[tag] ?? ((it: string) => it))(inside);
    expect(await toldOf('page.html', page(html))).toContain(mark(tag));
    const { blocks, receipt, besides } = pasteStory({ html, text: '', isPageEmpty: false });
    expect(JSON.stringify([blocks, receipt, besides])).toContain(mark(tag));
  });

  it.each(WITH_ADDRESS.filter((tag) => !UNSEEN.has(tag)))(
    'where <%s> points is in the story or in the receipt',
    async (tag) => {
      const address = `https://a.example/${mark(tag)}.jpg`;
      const name = tag === 'object' ? 'data' : 'src';
      const element =
        tag === 'picture'
          ? `<picture><source srcset="${address}"><img src="${address}"></picture>`
          : `<${tag} ${name}="${address}">${['video', 'audio', 'object', 'iframe'].includes(tag) ? `</${tag}>` : ''}`;
      const html = (around[tag] ?? ((it: string) => it))(element);
      expect(await toldOf('page.html', page(html))).toContain(mark(tag));
    },
  );
});

describe('Markdown', () => {
  it.each([
    ['heading', '## markmd'],
    ['emphasis', '*markmd*'],
    ['code', '`markmd`'],
    ['code block', '```\nmarkmd\n```'],
    ['indented code', '    markmd'],
    ['quotation', '> markmd'],
    ['list', '- one\n  - markmd'],
    ['task', '- [x] markmd'],
    ['table', '| a | b |\n|---|---|\n| markmd | 2 |'],
    ['link', '[words](https://a.example/markmd)'],
    ['reference', '[words][one]\n\n[one]: https://a.example/markmd'],
    ['autolink', '<https://a.example/markmd>'],
    ['image', '![alt](markmd.jpg)'],
    ['alternative text', '![markmd](x.jpg)'],
    ['footnote', 'Words.[^1]\n\n[^1]: markmd'],
    ['struck', '~~markmd~~'],
    ['highlight', '==markmd=='],
    ['note link', '[[markmd]]'],
    ['HTML', '<div class="x">markmd</div>'],
    ['HTML comment', 'Words <!-- unseen --> markmd'],
  ])('%s', async (_what, text) => {
    expect(await toldOf('story.md', `# Mill to close\n\nOne.\n\n${text}\n\nTwo.`)).toContain(
      'markmd',
    );
  });

  it.each(
    'title subtitle description author date slug tags categories image caption layout draft weight custom aliases series'.split(
      ' ',
    ),
  )('front matter: %s', async (name) => {
    const value = name === 'date' ? '2024-05-02' : mark(name);
    const above = name === 'title' ? '' : 'title: Mill to close\n';
    expect(
      await toldOf('story.md', `---\n${above}${name}: ${value}\n---\n\nOne paragraph of it.`),
    ).toContain(value);
  });
});

async function word(body: string, more: Readonly<Record<string, string>> = {}) {
  const zip = await JSZip.loadAsync(
    await readFile(path.resolve('tests/fixtures/formats/mill.docx')),
  );
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const run = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  zip.file(
    'word/document.xml',
    document.replace(
      /<w:body>[\s\S]*<\/w:body>/,
      () => `<w:body>${run('Mill to close')}${run('One.')}${body}${run('Two.')}</w:body>`,
    ),
  );
  for (const [name, text] of Object.entries(more)) zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array' });
}

const run = (inside: string, properties = '') =>
  `<w:p><w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${inside}</w:r></w:p>`;
const M = '<w:t>markword</w:t>';

describe('Word', () => {
  it.each([
    ['a paragraph', run(M)],
    [
      'bold, underlined, highlighted',
      run(M, '<w:b/><w:u w:val="single"/><w:highlight w:val="yellow"/>'),
    ],
    ['struck', run(M, '<w:strike/>')],
    ['small capitals', run(M, '<w:smallCaps/>')],
    ['an unknown style', `<w:p><w:pPr><w:pStyle w:val="Whatever"/></w:pPr><w:r>${M}</w:r></w:p>`],
    [
      'a table',
      `<w:tbl><w:tr><w:tc>${run(M)}</w:tc><w:tc>${run('<w:t>2</w:t>')}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'a table in a table',
      `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${run(M)}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`,
    ],
    ['a tracked insertion', `<w:p><w:ins w:id="1" w:author="A"><w:r>${M}</w:r></w:ins></w:p>`],
    [
      'a tracked deletion',
      '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>markword</w:delText></w:r></w:del></w:p>',
    ],
    ['moved text', `<w:p><w:moveFrom w:id="1" w:author="A"><w:r>${M}</w:r></w:moveFrom></w:p>`],
    ['a content control', `<w:sdt><w:sdtContent>${run(M)}</w:sdtContent></w:sdt>`],
    ['a smart tag', `<w:p><w:smartTag><w:r>${M}</w:r></w:smartTag></w:p>`],
    [
      'words in an element that nobody knows',
      `<w:p><w:unheardOf><w:r>${M}</w:r></w:unheardOf></w:p>`,
    ],
    ['a link', `<w:p><w:hyperlink w:anchor="x"><w:r>${M}</w:r></w:hyperlink></w:p>`],
    ['a simple field', `<w:p><w:fldSimple w:instr="DATE"><w:r>${M}</w:r></w:fldSimple></w:p>`],
    ['hidden text', run(M, '<w:vanish/>')],
    [
      'a text box',
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${run(M)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    ],
    [
      'an equation',
      '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>markword</m:t></m:r></m:oMath></w:p>',
    ],
  ])('%s is in the story or in the receipt', async (_what, body) => {
    expect(await toldOf('story.docx', await word(body))).toContain('markword');
  });

  it('heads, feet and properties are told', async () => {
    const bytes = await word('', {
      'word/header1.xml': '<w:hdr><w:p><w:r><w:t>markheader here</w:t></w:r></w:p></w:hdr>',
      'docProps/core.xml':
        '<cp:coreProperties><dc:title>marktitle</dc:title><dc:creator>markauthor</dc:creator></cp:coreProperties>',
    });
    const told = await toldOf('story.docx', bytes);
    for (const each of ['markheader', 'marktitle', 'markauthor']) expect(told).toContain(each);
  });
});

describe('ninjs', () => {
  const TEXT =
    'altids associations body_sports by byline byline_print copyrightholder copyrightnotice dateline description_text description_caption ednote embargoed expires firstcreated genre guid headline headline_short infosources keywords located mimetype organisation people person place profile pubstatus representationtype rightsinfo slugline source standards subject title titles urgency usageterms charcount wordcount trustindicator priority object event contributors unknown'.split(
      ' ',
    );
  const OBJECTS = new Set(
    'altids associations infosources organisation people person place rightsinfo standards subject titles object event contributors genre'.split(
      ' ',
    ),
  );
  /** Of the file, and nothing of its story. */
  const OF_THE_FILE = new Set(['mimetype', 'profile', 'representationtype', 'standards']);
  it.each(TEXT.filter((name) => !OF_THE_FILE.has(name)))('%s', async (name) => {
    const value = /^(?:embargoed|expires|firstcreated)$/.test(name)
      ? '2031-05-02T08:00:00Z'
      : name === 'pubstatus'
        ? 'usable'
        : /count|urgency|priority/.test(name)
          ? 7
          : name === 'rightsinfo'
            ? { encodedrights: mark(name) }
            : OBJECTS.has(name)
              ? [
                  {
                    name: mark(name),
                    code: mark(name),
                    value: mark(name),
                    uri: mark(name),
                    type: 'text',
                  },
                ]
              : name === 'keywords'
                ? [mark(name)]
                : mark(name);
    const item = {
      uri: 'urn:x:1',
      type: 'text',
      headline: 'Mill to close',
      body_html: '<p>The mill will close in May.</p>',
      [name]: value,
    };
    const told = await toldOf('story.json', JSON.stringify(item));
    if (name === 'pubstatus') return;
    expect(told).toContain(
      typeof value === 'number'
        ? String(value)
        : typeof value === 'string' && value.startsWith('2031')
          ? '2031-05-02'
          : mark(name),
    );
  });
});

describe('NewsML-G2', () => {
  const item = (meta: string, item = '', rights = '') =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><rightsInfo>${rights}</rightsInfo><itemMeta><itemClass qcode="ninat:text"/>${item}</itemMeta><contentMeta><headline>Mill to close</headline>${meta}</contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The mill will close in May.</p></body></html></inlineXML></contentSet></newsItem>`;
  it.each([
    ['by', '<by>Ada markg</by>'],
    ['second headline', '<headline>markg</headline>'],
    ['dateline', '<dateline>MARKG, May 2</dateline>'],
    ['creditline', '<creditline>markg</creditline>'],
    ['slugline', '<slugline>markg</slugline>'],
    ['located', '<located><name>markg</name></located>'],
    ['genre', '<genre><name>markg</name></genre>'],
    ['keyword', '<keyword>markg</keyword>'],
    ['subject', '<subject qcode="medtop:markg"/>'],
    ['description', '<description role="drol:summary">markg</description>'],
    ['other description', '<description role="drol:caption">markg</description>'],
    ['creator', '<creator><name>Ada markg</name></creator>'],
    ['contributor', '<contributor><name>Ada markg</name></contributor>'],
    ['audience', '<audience><name>markg</name></audience>'],
    ['urgency', '<urgency>7markg</urgency>'],
  ])('%s', async (_what, meta) => {
    expect((await toldOf('story.xml', item(meta))).toLowerCase()).toContain('markg');
  });
  it.each([
    ['edNote', '<edNote>markg</edNote>', ''],
    ['title', '<title>markg</title>', ''],
    ['provider', '<provider><name>markg</name></provider>', ''],
    ['signal', '<signal qcode="sig:markg"/>', ''],
    ['link', '<link rel="irel:seeAlso" href="https://a.example/markg"/>', ''],
    ['picture', '<link contenttype="image/jpeg" href="https://a.example/markg.jpg"/>', ''],
    ['copyrightNotice', '', '<copyrightNotice>markg</copyrightNotice>'],
    ['copyrightHolder', '', '<copyrightHolder><name>markg</name></copyrightHolder>'],
    ['usageTerms', '', '<usageTerms>markg</usageTerms>'],
  ])('%s', async (_what, meta, rights) => {
    expect(await toldOf('story.xml', item('', meta, rights))).toContain('markg');
  });
});

describe('NITF', () => {
  const nitf = (content: string, above = '', docdata = '') =>
    `<nitf><head><docdata><doc-id id-string="x1"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Mill to close</hl1></hedline>${above}</body.head><body.content><p>The mill will close in May.</p>${content}</body.content></body></nitf>`;
  it.each([
    ['p', '<p>markn</p>'],
    ['hl2', '<hl2>markn</hl2>'],
    ['bq', '<bq><block><p>markn</p></block></bq>'],
    ['credit', '<bq><block><p>Words.</p></block><credit>markn</credit></bq>'],
    ['table', '<table><tr><td>markn</td><td>2</td></tr></table>'],
    ['media', '<media media-type="image"><media-reference source="markn.jpg"/></media>'],
    [
      'media caption',
      '<media media-type="image"><media-reference source="x.jpg"/><media-caption>markn</media-caption></media>',
    ],
    [
      'media producer',
      '<media media-type="image"><media-reference source="x.jpg"/><media-producer>markn</media-producer></media>',
    ],
    ['video', '<media media-type="video"><media-reference source="markn.mp4"/></media>'],
    ['note', '<note><p>markn</p></note>'],
    ['person', '<p><person>markn</person></p>'],
    ['ul', '<ul><li>markn</li></ul>'],
    ['pre', '<pre>markn</pre>'],
    ['fn', '<fn><p>markn</p></fn>'],
    ['nitf-table', '<nitf-table><table><tr><td>markn</td><td>2</td></tr></table></nitf-table>'],
  ])('%s', async (_what, content) => {
    expect(await toldOf('story.nitf', nitf(content))).toContain('markn');
  });
  it.each([
    ['byline', '<byline>By <person>Ada Markn</person></byline>', ''],
    ['abstract', '<abstract><p>markn</p></abstract>', ''],
    ['distributor', '<distributor>markn</distributor>', ''],
    ['dateline', '<dateline><location>Markn</location></dateline>', ''],
    ['series', '<series series.name="markn"/>', ''],
    ['ed-msg', '', '<ed-msg info="markn"/>'],
    ['key', '', '<du-key key="markn"/>'],
    ['keyword', '', '<key-list><keyword key="markn"/></key-list>'],
    ['fixture', '', '<fixture fix-id="markn"/>'],
    ['evloc', '', '<evloc city="markn"/>'],
  ])('%s', async (_what, above, docdata) => {
    expect((await toldOf('story.nitf', nitf('', above, docdata))).toLowerCase()).toContain('markn');
  });
});

describe('WordPress', () => {
  const wxr = (item: string, content = '') =>
    `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e" xmlns:dc="d"><channel><title>Site</title><wp:wxr_version>1.2</wp:wxr_version><item><title>Mill to close</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[<p>The mill will close.</p>${content}]]></content:encoded>${item}</item></channel></rss>`;
  it.each([
    ['creator', '<dc:creator>Ada Markw</dc:creator>'],
    ['link', '<link>https://a.example/markw</link>'],
    ['guid', '<guid>markw</guid>'],
    ['excerpt', '<excerpt:encoded>markw</excerpt:encoded>'],
    ['category', '<category domain="category">markw</category>'],
    ['tag', '<category domain="post_tag">markw</category>'],
    ['another taxonomy', '<category domain="series">markw</category>'],
    ['slug', '<wp:post_name>markw</wp:post_name>'],
    ['comment', '<wp:comment><wp:comment_content>markw</wp:comment_content></wp:comment>'],
    [
      'custom field',
      '<wp:postmeta><wp:meta_key>subtitle</wp:meta_key><wp:meta_value>markw</wp:meta_value></wp:postmeta>',
    ],
    [
      'featured image',
      '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9markw</wp:meta_value></wp:postmeta>',
    ],
    ['sticky', '<wp:is_sticky>1</wp:is_sticky><link>https://a.example/markw</link>'],
  ])('%s', async (_what, item) => {
    expect((await toldOf('site.xml', wxr(item))).toLowerCase()).toContain('markw');
  });
  it.each([
    ['caption', '[caption id="1"]<img src="https://a.example/x.jpg"> markw[/caption]'],
    ['gallery', '[gallery ids="77,78"]markw'],
    ['embed', '[embed]https://video.example/markw[/embed]'],
    ['audio', '[audio src="https://a.example/markw.mp3"]'],
    ['plugin', '[contact-form title="markw"]'],
    [
      'block',
      '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>markw</p></blockquote></figure><!-- /wp:pullquote -->',
    ],
    ['block that a server fills in', '<!-- wp:latest-posts {"title":"markw"} /-->'],
    [
      'file',
      '<!-- wp:file --><div class="wp-block-file"><a href="https://a.example/markw.pdf">Read</a></div><!-- /wp:file -->',
    ],
    ['button', '<div class="wp-block-button"><a href="https://a.example/markw">Go</a></div>'],
  ])('%s', async (_what, content) => {
    expect(await toldOf('site.xml', wxr('', content))).toContain('markw');
  });
});
