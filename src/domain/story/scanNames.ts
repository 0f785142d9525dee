import { isHonorific, isTitleHead, isTitleModifier } from './roleTitles';

/** Capitalised words in a row, such as "NATO Secretary General Mark Rutte". */
export interface NameRun {
  words: NameWord[];
  /** The run stands directly after "the". */
  isAfterThe: boolean;
}

export interface NameWord {
  text: string;
  start: number;
  /** Without a possessive ending. */
  end: number;
}

const WORD = /(?:\p{Lu}\.-?)+(?!\p{L})|\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const POSSESSIVE = /['’](?:s|S)$/;
const LINK =
  /^[ \u00a0](?:(?:van|von|vom|zu|auf|aus|in)[ \u00a0](?:der|den|dem|de|het)[ \u00a0]|(?:(?:de|da|di|du|del|della|van|von|vom|zu|ten|ter|la|le|al|bin|ibn|dos|das)[ \u00a0]){0,3})$/;
const TITLE_LINK = /^ (?:of|for)(?: the)? $/;
const SENTENCE_START = /(?:^|[.!?:;\n—–]|[.!?]["”’»)])\s*["“„«‘('[]*$/;

/** More capitals in a row than any title and name have are no name. */
const LONGEST_RUN = 24;

/** Words that open a sentence with a capital without naming anybody. */
const OPENERS = new Set(
  'A About According Across Add Additionally After Afterwards Again Against All Almost Along Already Also Although Always Am Amid Among An And Another Any Anyone Are Around As Asked At Back Be Because Before Behind Being Below Beside Besides Between Beyond Both But By Can Could Critics Despite Did Do Does During Each Earlier Either Else Even Ever Every Everyone Except Few Finally First For Former Formerly From Further Given Had Has Have He Her Here Hers Him His How However I If In Indeed Inside Instead Into Is It Its Just Last Later Leaving Less Let Like Likewise Long Many May Maybe Me Meanwhile Might More Moreover Most Much Must My Near Neither Never Nevertheless Next No Nobody None Nonetheless Nor Not Nothing Now Of Off Often On Once One Only Onto Or Other Others Our Out Outside Over Past Perhaps Quite Rather Regarding Responding Reporting Said Says Second Several Shall She Should Similarly Since So Some Somebody Someone Something Sometimes Soon Speaking Still Such Than Thank That The Their Them Then There Therefore These They Third This Those Though Three Through Throughout Thus To Today Together Tomorrow Tonight Too Toward Towards Two Under Unless Unlike Until Up Upon Us Very Was We Well Were What Whatever When Where Whereas Whether Which While Who Whoever Whom Whose Why Will With Within Without Would Writing Yes Yesterday Yet You Your Der Die Das Ein Eine Und Aber Im In Am Auf Mit Nach Laut Angaben Ansicht Meinung Aussage Aussagen Worten Auskunft Einschätzung Auffassung Wie Bei Beim Zum Zur Vom Seit Bis Durch Gegen Gegenüber Ohne Über Unter Zwischen Wegen Während Trotz Doch Auch Da Dann Hier Heute Gestern Bereits Zudem Außerdem Dabei Dazu Damit Darauf Dagegen Wenn Weil Als Ob Man Den Dem Des Einer Eines Einem Einen Sein Seine Ihr Ihre Kein Keine Dieser Diese Dieses Nur Noch Nun Jetzt Schon Vor Für Es Er Sie Wir Ich Le La Les Un Une Et Mais Il Elle Nous En Dans Pour Avec Selon El Los Las Una Y Pero Con Para Según'.split(
    ' ',
  ),
);

/** Finds every run of capitalised words in a text, without the word that only opens a sentence. */
export function scanNames(text: string): NameRun[] {
  const runs: NameRun[] = [];
  let words: NameWord[] = [];
  let isClosed = true;
  for (const match of text.matchAll(WORD)) {
    const word = readWord(text, match[0], match.index);
    const previous = words.at(-1);
    const gap = previous === undefined ? '' : text.slice(previous.end, word.start);
    if (previous !== undefined && !isClosed && isLinked(previous.text, gap)) {
      words.push(word);
    } else {
      close(text, words, runs);
      words = [word];
    }
    isClosed = POSSESSIVE.test(match[0]);
  }
  close(text, words, runs);
  return runs;
}

function readWord(text: string, found: string, start: number): NameWord {
  const bare = found.replace(POSSESSIVE, '');
  const hasStop = text[start + bare.length] === '.' && isHonorific(bare);
  const word = hasStop ? `${bare}.` : bare;
  return { text: word, start, end: start + word.length };
}

function isLinked(previous: string, gap: string): boolean {
  return LINK.test(gap) || (TITLE_LINK.test(gap) && isTitleHead(previous));
}

function close(text: string, words: NameWord[], runs: NameRun[]): void {
  const opening = words.findIndex((word) => !isOnlyOpener(text, word));
  const kept = words.slice(opening === -1 ? words.length : opening, LONGEST_RUN + opening);
  const first = kept[0];
  if (first === undefined) return;
  const before = text.slice(Math.max(0, first.start - 4), first.start);
  runs.push({ words: kept, isAfterThe: /\bthe $/i.test(before) });
}

function isOnlyOpener(text: string, word: NameWord): boolean {
  if (!OPENERS.has(word.text)) return false;
  if (!isTitleModifier(word.text)) return true;
  return SENTENCE_START.test(text.slice(Math.max(0, word.start - 6), word.start));
}
