/** A text in one form of writing, and where each of its UTF-16 units came from. */
export interface FoldedText {
  text: string;
  /** For each unit of `text` the offsets in the original: `starts[i]` to `ends[i]`. */
  starts: number[];
  ends: number[];
}

/** A letter with its combining marks, or a Hangul syllable written in parts. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\P{M}\p{M}*|\p{M}+/gsu;
const IGNORED = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]$/;
const MARK = /^["'`“”„‟«»‹›‘’‚‛′″]$/;
const DASH = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;
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
  for (const match of original.matchAll(CLUSTER)) {
    const folded = foldCluster(match[0]);
    const end = match.index + match[0].length;
    const isRepeated = folded !== '' && " '-".includes(folded) && text.endsWith(folded);
    if (isRepeated) {
      ends[ends.length - 1] = end;
      continue;
    }
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(match.index);
      ends.push(end);
    }
  }
  return { text, starts, ends };
}

function foldCluster(cluster: string): string {
  if (IGNORED.test(cluster)) return '';
  if (/^\s$/.test(cluster)) return ' ';
  if (MARK.test(cluster)) return "'";
  if (DASH.test(cluster)) return '-';
  if (cluster === '…') return '...';
  return LIGATURE.test(cluster) ? cluster.normalize('NFKC') : cluster.normalize('NFC');
}
