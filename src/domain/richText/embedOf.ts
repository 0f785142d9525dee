import { canonicalHash } from '../edition/canonicalHash';
import type { ReceiptBook } from '../formats/Receipt';
import {
  attributeOf,
  childrenOfHtml,
  findAll,
  hasClass,
  tagOf,
  wordsOf,
  type HtmlElement,
} from './htmlTree';
import { absoluteAddress } from './inlineFromHtml';
import type { RichTextNode } from './RichText';

/** A video, a post or a map of another site. */
export interface Embed {
  url: string;
  caption: string | null;
}

/** Sites whose frames show something that a reader would want, where the frame is the address. */
const KNOWN =
  /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|instagram\.com|tiktok\.com|facebook\.com|threads\.net|bsky\.app|mastodon\.social|reddit\.com|spotify\.com|soundcloud\.com|podcasts\.apple\.com|datawrapper\.de|dwcdn\.net|flourish\.studio|infogram\.com|google\.com|google\.de|openstreetmap\.org|documentcloud\.org|scribd\.com|slideshare\.net|twitch\.tv|ted\.com|giphy\.com|knightlab\.com|knightlab\.org|omny\.fm|acast\.com|peertube\.tv)$/i;

/** Whether an address is of a site whose posts and videos are embedded. */
export function isEmbedded(address: string): boolean {
  return URL.canParse(address) && KNOWN.test(new URL(address).hostname);
}

/** The embed that an element is, or null: a frame of a known site, a post, a WordPress embed. */
export function embedOf(node: HtmlElement, base: string | null): Embed | null {
  const tag = tagOf(node);
  if (tag === 'iframe' || tag === 'embed') {
    const src = attributeOf(node, 'src') ?? attributeOf(node, 'data-src');
    const address = src === null ? null : absoluteAddress(src, base ?? 'https://x.invalid');
    if (address === null || !isEmbedded(address)) return null;
    return { url: watchable(address), caption: attributeOf(node, 'title')?.trim() || null };
  }
  if (
    tag === 'blockquote' &&
    hasClass(
      node,
      /^(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed|reddit-embed-bq)$/,
    )
  ) {
    const declared = attributeOf(node, 'data-instgrm-permalink') ?? attributeOf(node, 'cite');
    const links = findAll(childrenOfHtml(node), ({ tagName }) => tagName === 'a');
    const url = absoluteAddress(declared ?? attributeOf(links.at(-1) ?? node, 'href') ?? '', null);
    return url === null ? null : { url, caption: wordsOf(node) || null };
  }
  if (hasClass(node, /^wp-block-embed__wrapper$/) || tag === 'oembed') {
    const address = attributeOf(node, 'url') ?? wordsOf(node);
    const url = /^https?:\/\/\S+$/i.test(address) ? absoluteAddress(address, null) : null;
    return url === null ? null : { url, caption: null };
  }
  return null;
}

/** The page of a video rather than its player. */
function watchable(address: string): string {
  const player = /^https:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/.exec(
    address,
  )?.[1];
  return player ? `https://www.youtube.com/watch?v=${player}` : address;
}

/** An embed as the story editor keeps it. */
export function embedBlock({ url, caption }: Embed, book: ReceiptBook): RichTextNode {
  const count = book.receipt().find(({ code }) => code === 'embed')?.count ?? 0;
  return {
    type: 'block',
    version: 2,
    format: '',
    fields: {
      // Payload wants an id; made from the place, so that the same source always gives the same body.
      id: canonicalHash([url, count]).slice(0, 24),
      blockName: '',
      blockType: 'embed',
      url,
      ...(caption ? { caption: caption.slice(0, 300) } : {}),
    },
  };
}
