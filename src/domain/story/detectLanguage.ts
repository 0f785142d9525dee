import { LANGUAGES } from '../languages';

type Language = (typeof LANGUAGES)[number]['value'];

/** The commonest words of a language that few of the others have. */
const COMMON: Readonly<Record<Language, string>> = {
  en: 'the of and to in is was that for on with he she it as at his her be by they this had not are but from or have an which said were been has would will there their when who more',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sagte',
  fr: 'le la les de des et à un une du en est pour que qui dans ce il elle sur au aux par pas plus ne se son sa avec sont mais cette ont été comme nous vous leur ses lui deux après selon',
  es: 'el la los las de del y que en un una por con no para es se al lo su sus como más pero fue ha este está sobre entre cuando ser son también dijo desde hasta hay según',
  it: 'il lo la gli le di del della dei che e è un una per non con sono da al alla nel nella si più come ma anche ha dal dalla questo questa essere stato ancora dopo hanno',
  pt: 'o a os as de do da dos das e que em um uma para com não por mais como mas foi ao à é se na no nas nos ele ela são também disse pelo pela até isso está sua seu',
  nl: 'de het een en van in is dat op te voor met zijn die niet aan er om ook als bij door naar maar dan nog uit wordt zij hij was over heeft hebben worden tot deze werd zei',
  pl: 'i w na z się nie do to że jest o jak po co za od przez przy dla oraz ale jego tym który która które był była było są już tylko jej ich tak powiedział powiedziała został zostanie',
  uk: 'і в на з що не до та у за як це від про для він вона вони його її але або було була був є під час також сказав сказала після ще більше які який яка',
};

const WORDS = new Map<string, Language[]>();
for (const { value } of LANGUAGES) {
  for (const word of COMMON[value].split(' ')) {
    WORDS.set(word, [...(WORDS.get(word) ?? []), value]);
  }
}

/** Enough of a text to tell, and few enough words for one of any length. */
const FAR_ENOUGH = 6000;
/** A name or two in another language tell nothing. */
const FEWEST = 3;

/**
 * The newsroom's language that a text is written in, by the commonest words of each; null where it
 * is none of them, or too short to tell.
 */
export function detectLanguage(text: string): Language | null {
  const counts = new Map<Language, number>();
  const words =
    text
      .slice(0, FAR_ENOUGH)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    const of = WORDS.get(word) ?? [];
    // A word of many languages tells less.
    for (const language of of) counts.set(language, (counts.get(language) ?? 0) + 1 / of.length);
  }
  const [best, next] = [...counts].sort(([, one], [, other]) => other - one);
  if (!best || best[1] < FEWEST || best[1] < words.length / 20) return null;
  return best[1] > 1.2 * (next?.[1] ?? 0) ? best[0] : null;
}
