/** A text in one form of writing, and where each of its UTF-16 units came from. */
export interface FoldedText {
  text: string;
  /** For each unit of `text` the offsets in the original: `starts[i]` to `ends[i]`. */
  starts: number[];
  ends: number[];
}

/** A letter with its combining marks, or a Hangul syllable written in parts. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\P{M}\p{M}*|\p{M}+/suy;
const IGNORED = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]$/;
const MARK = /^["'`“”„‟«»‹›‘’‚‛′″״＂「」『』〝〞〟❝❞]$/;
const DASH = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;
const COMBINING = /^\p{M}/u;
const LIGATURE = /^[\ufb00-\ufb06]$/;

/**
 * Writes a text in one form: Unicode NFC, every quotation mark and apostrophe as ', every dash as
 * one hyphen, every run of spaces and line ends as one space, … as three stops, soft hyphens and
 * zero-width characters dropped. Letters, digits and every other mark stay what they are: two texts
 * of equal folds have the same words.
 */
export function foldText(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let last = '';
  for (let at = 0; at < original.length;) {
    const cluster = clusterAt(original, at);
    const end = at + cluster.length;
    const folded = isDoubledAngle(original, at) ? "'" : foldCluster(cluster);
    if (folded !== '' && folded === last && " '-".includes(folded)) {
      ends[ends.length - 1] = end;
    } else if (folded !== '') {
      text += folded;
      last = folded;
      for (let unit = 0; unit < folded.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text, starts, ends };
}

/** The first character that combines with the one before it. */
const FIRST_COMBINING = 0x300;

function clusterAt(text: string, at: number): string {
  const isPlain =
    text.charCodeAt(at) < FIRST_COMBINING &&
    !(text.charCodeAt(at + 1) >= FIRST_COMBINING && COMBINING.test(text.charAt(at + 1)));
  if (isPlain) return text.charAt(at);
  CLUSTER.lastIndex = at;
  return CLUSTER.exec(text)?.[0] ?? text.charAt(at);
}

/** "<<" and ">>" are guillemets from a keyboard that has none. */
function isDoubledAngle(text: string, at: number): boolean {
  const char = text[at];
  return (char === '<' || char === '>') && (text[at + 1] === char || text[at - 1] === char);
}

function foldCluster(cluster: string): string {
  if (/^[a-zA-Z0-9,.]$/.test(cluster)) return cluster;
  if (IGNORED.test(cluster)) return '';
  if (/^\s$/.test(cluster)) return ' ';
  if (MARK.test(cluster)) return "'";
  if (DASH.test(cluster)) return '-';
  if (cluster === '…') return '...';
  return LIGATURE.test(cluster) ? cluster.normalize('NFKC') : cluster.normalize('NFC');
}
