import { escapeHtml } from '../richText/escapeHtml';
import { isEmbedded } from '../richText/embedOf';
import type { SourcePicture } from '../richText/pictureOf';
import { figureHtml } from './figureHtml';
import type { ReceiptBook } from './Receipt';

/** WordPress's own shortcodes, which stand for something that is not words. */
const OWN =
  'caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo|twitter|tweet|instagram|soundcloud';

/**
 * A post's shortcodes as HTML: captions as figures, embeds as embeds. What they cannot be is written
 * down; words in brackets, "[sic]", are words.
 */
export function shortcodesAsHtml(
  html: string,
  {
    book,
    pictureAt,
  }: {
    book: ReceiptBook;
    /** By the id of an attachment; null where the export has none such. */
    pictureAt: (id: string) => SourcePicture | null;
  },
): string {
  return (
    html
      .replace(
        new RegExp(
          `\\[(${OWN})\\b([^\\]]*?)\\/?\\](?:([^[]*(?:\\[(?!\\/\\1\\])[^[]*)*)\\[\\/\\1\\])?`,
          'gi',
        ),
        (whole: string, name: string, attributes: string, inside: string = '') => {
          const kind = name.toLowerCase();
          if (kind === 'caption' || kind === 'wp_caption') return captioned(inside, attributes);
          const address = /https?:\/\/[^\s"'\]<]+/i.exec(`${inside} ${attributes}`)?.[0];
          if (address && !/\.(?:mp3|mp4|m4a|m4v|ogg|ogv|webm|wav|mov)$/i.test(address))
            return embedded(address);
          if (kind === 'gallery') return gallery(attributes, { book, pictureAt });
          const isSound = kind === 'audio' || kind === 'video' || kind === 'playlist';
          book.note(isSound ? 'video' : 'shortcode', address ?? whole);
          return '';
        },
      )
      // A block that WordPress fills in itself, such as a list of the newest posts.
      .replace(
        /<!--\s*wp:([\w/-]+)([^>]*?)\/-->/g,
        (whole: string, name: string, attributes: string) => {
          if (name !== 'more' && name !== 'nextpage')
            book.note('shortcode', `${name}${attributes}`);
          return '';
        },
      )
      // With attributes it is no aside of the writer's.
      .replace(
        /\[([a-z][\w-]*)(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s\]"']+))+\s*\/?\]/gi,
        (whole: string) => {
          book.note('shortcode', whole);
          return '';
        },
      )
      .replace(/\[\/([a-z][\w-]*)\]/gi, (whole: string) => {
        book.note('shortcode', whole);
        return '';
      })
      // An address on a line of its own becomes what it leads to.
      .replace(/^[ \t]*(https?:\/\/\S+)[ \t]*$/gim, (whole: string, address: string) =>
        isEmbedded(address)
          ? embedded(address)
          : `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`,
      )
  );
}

function captioned(inside: string, attributes: string): string {
  const picture = /<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>|<img\b[^>]*>/i.exec(inside)?.[0] ?? '';
  const said =
    inside.replace(picture, '').trim() || /caption\s*=\s*"([^"]*)"/i.exec(attributes)?.[1];
  return `\n\n<figure>${picture}${said ? `<figcaption>${said}</figcaption>` : ''}</figure>\n\n`;
}

/** The pictures of a gallery by their ids; one without ids shows what hangs on the post, which nobody says. */
function gallery(
  attributes: string,
  { book, pictureAt }: { book: ReceiptBook; pictureAt: (id: string) => SourcePicture | null },
): string {
  const ids = /\b(?:ids|include)\s*=\s*["']?([\d,\s]+)/i.exec(attributes)?.[1] ?? '';
  const figures = ids
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((id) => {
      const picture = pictureAt(id);
      if (picture) return figureHtml(picture);
      book.note('picture', `attachment ${id}`);
      return '';
    });
  if (figures.length === 0) book.note('shortcode', `[gallery${attributes}]`);
  return `\n\n${figures.join('')}\n\n`;
}

function embedded(address: string): string {
  return `\n\n<div class="wp-block-embed__wrapper">${escapeHtml(address)}</div>\n\n`;
}
