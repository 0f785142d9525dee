/**
 * The elements that WordPress gives no paragraph of its own (wp-includes/formatting.php, wpautop).
 */
const BLOCK =
  'table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|iframe';
const AROUND_BLOCKS = new RegExp(`(<(?:${BLOCK})[\\s/>])`, 'gi');
const BEHIND_BLOCKS = new RegExp(`(</(?:${BLOCK})>|<hr[^>]*>)`, 'gi');
const IS_BLOCK = new RegExp(`^</?(?:${BLOCK})[\\s/>]`, 'i');

/** Whose lines are kept as they are. */
const KEPT = /<(pre|script|style|textarea|svg)\b[\s\S]*?<\/\1>/gi;

/**
 * Paragraphs as WordPress shows them: an empty line ends one, a line end is a break, and what is a
 * block already stays one. Text that was written in blocks has its paragraphs.
 */
export function wpautop(text: string): string {
  if (/<!--\s*wp:/.test(text)) return text;
  const kept: string[] = [];
  const source = text
    .replace(/\r\n?/g, '\n')
    .replace(KEPT, (whole) => {
      kept.push(whole);
      return `\n\n<pre data-kept="${kept.length - 1}"></pre>\n\n`;
    })
    .replace(/<br\s*\/?>\s*<br\s*\/?>/gi, '\n\n')
    .replace(AROUND_BLOCKS, '\n\n$1')
    .replace(BEHIND_BLOCKS, '$1\n\n')
    .replace(/\n{2,}/g, '\n\n');
  const parts = source
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const html: string[] = [];
  let depth = 0;
  for (const part of parts) {
    const isBlock = IS_BLOCK.test(part);
    // What stands open, a list or a quotation, holds its own lines.
    const isAlone = !isBlock && depth === 0;
    html.push(
      isAlone
        ? `<p>${part.replace(/\n/g, '<br>')}</p>`
        : part.replace(
            /\n/g,
            isBlock && /^<(?:p|h[1-6]|li|td|th|dd|dt|figcaption)\b/i.test(part) ? '<br>' : '\n',
          ),
    );
    const opened =
      part.match(
        /<(?:p|h[1-6]|ul|ol|li|table|tr|td|th|dl|dd|dt|pre|figure|figcaption)\b(?![^>]*\/>)/gi,
      )?.length ?? 0;
    const closed =
      part.match(/<\/(?:p|h[1-6]|ul|ol|li|table|tr|td|th|dl|dd|dt|pre|figure|figcaption)>/gi)
        ?.length ?? 0;
    depth = Math.max(0, depth + opened - closed);
  }
  return html
    .join('\n')
    .replace(/<pre data-kept="(\d+)"><\/pre>/g, (_, index: string) => kept[Number(index)] ?? '');
}
