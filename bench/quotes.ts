/**
 * Measures findQuotes, findPeople and matchSpeaker against a corpus of news text with annotated
 * attributions: in brat's stand-off format, as PolNeAR publishes it, or in JSON, as the German news
 * quotation attribution data set of 2024 (uhh-lt) does.
 *
 *   npx tsx bench/quotes.ts FOLDER [FOLDER…] [--misses N] [--rule RULE]
 *
 * Each FOLDER holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` (PolNeAR: data/train,
 * data/dev), or files NAME.json (the German set: data/train, data/dev). Nothing of a corpus belongs in
 * this repository: PolNeAR has no licence, the German set one for non-commercial use.
 *
 * Gold: every stretch of at least four words between double marks inside an annotated content; its
 * source is that of the shortest content around it. A prediction is right where its span agrees with
 * the gold one (at least 90 % of the longer) and the mention overlaps the source or shares its
 * surname. Stretches whose annotation names no source are left out. Of the German set the quotations
 * annotated as direct are the gold.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import { CONFIDENT } from '../src/domain/quotes/Attribution';
import type { Attribution } from '../src/domain/quotes/Attribution';
import { attributeQuotes } from '../src/domain/quotes/attributeQuotes';
import type { QuoteLanguage } from '../src/domain/quotes/FoundQuote';
import type { TextSpan } from '../src/domain/quotes/TextSpan';

const FEWEST_WORDS = 4;
const SAME_SPAN = 0.9;

interface GoldAttribution {
  contents: TextSpan[];
  sources: TextSpan[];
}

interface GoldQuote extends TextSpan {
  sources: TextSpan[];
}

interface Prediction extends TextSpan {
  attribution: Attribution;
  confidence: number;
  outcome: 'right' | 'wrong speaker' | 'no speaker' | 'no quotation' | 'left out';
}

interface Score {
  gold: number;
  predicted: number;
  right: number;
}

function readGold(annotations: string): GoldAttribution[] {
  const spans = new Map<string, TextSpan[]>();
  for (const match of annotations.matchAll(/^(T\d+)\t\w+ ([\d ;]+)\t/gm)) {
    const parts = (match[2] ?? '').split(';').map((part) => part.trim().split(' ').map(Number));
    spans.set(
      match[1] ?? '',
      parts.map(([start = 0, end = 0]) => ({ start, end })),
    );
  }
  return [...annotations.matchAll(/^E\d+\t(.+)$/gm)].map((match) => {
    const roles = [...(match[1] ?? '').matchAll(/(Content|Source)\d*:(T\d+)/g)];
    const spansOf = (role: string): TextSpan[] =>
      roles.filter(([, name]) => name === role).flatMap(([, , id]) => spans.get(id ?? '') ?? []);
    return { contents: spansOf('Content'), sources: spansOf('Source') };
  });
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}

/** Stretches between double marks, found without the code under test. */
function markedStretches(text: string): TextSpan[] {
  const marked = /(“|``|''|")([^“”\n"]+?)(?:”|"|''|(?=\n))/g;
  return [...text.matchAll(marked)].map((match) => {
    const start = match.index + (match[1]?.length ?? 0);
    return { start, end: start + (match[2]?.length ?? 0) };
  });
}

function goldQuotes(text: string, attributions: GoldAttribution[]): GoldQuote[] {
  return markedStretches(text).flatMap((stretch) => {
    if (wordCount(text.slice(stretch.start, stretch.end)) < FEWEST_WORDS) return [];
    const around = attributions
      .filter(({ contents }) =>
        contents.some((content) => overlap(content, stretch) > 0.8 * length(stretch)),
      )
      .sort((a, b) => total(a.contents) - total(b.contents));
    const shortest = around[0];
    if (shortest === undefined) return [];
    // "Quill said, according to the Courier": one content, two sources, and either is right.
    const alike = around.filter(
      ({ contents }) => total(contents) <= 1.1 * total(shortest.contents),
    );
    return [{ ...stretch, sources: alike.flatMap(({ sources }) => sources) }];
  });
}

function length({ start, end }: TextSpan): number {
  return end - start;
}

function total(spans: TextSpan[]): number {
  return spans.reduce((sum, span) => sum + length(span), 0);
}

function overlap(a: TextSpan, b: TextSpan): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function surname(text: string): string {
  return (
    text
      .replace(/['’]s$/, '')
      .match(/\p{Lu}[\p{L}'’-]+/gu)
      ?.at(-1) ?? ''
  );
}

function isSpeakerRight(options: {
  text: string;
  mention: TextSpan;
  name: string | null;
  sources: TextSpan[];
}): boolean {
  const { text, mention, name, sources } = options;
  return sources.some((source) => {
    if (overlap(source, mention) > 0) return true;
    const gold = surname(text.slice(source.start, source.end));
    const said = [surname(text.slice(mention.start, mention.end)), surname(name ?? '')];
    return gold !== '' && said.includes(gold);
  });
}

/** The best of three runs: the others measure what else the machine is doing. */
function fastest(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

interface Article {
  text: string;
  gold: GoldQuote[];
  language: QuoteLanguage;
}

interface GermanDocument {
  originalText: string;
  annotations: {
    type: string;
    quote: { spans: { charBegin: number; charEnd: number }[] };
    speaker: { spans: { charBegin: number; charEnd: number }[] };
  }[];
}

function readGerman({ originalText: text, annotations }: GermanDocument): Article {
  const gold = annotations.flatMap(({ type, quote, speaker }) => {
    if (type !== 'Direct') return [];
    const sources = speaker.spans.map(({ charBegin: start, charEnd: end }) => ({ start, end }));
    return quote.spans.flatMap(({ charBegin, charEnd }): GoldQuote[] => {
      const words = text.slice(charBegin, charEnd);
      const start = charBegin + (/^[\s„“”"«»‚‘’'›‹]*/.exec(words)?.[0].length ?? 0);
      const end = charEnd - (/[\s„“”"«»‚‘’'›‹]*$/.exec(words)?.[0].length ?? 0);
      return wordCount(text.slice(start, end)) < FEWEST_WORDS ? [] : [{ start, end, sources }];
    });
  });
  return { text, gold, language: 'de' };
}

interface ArticleResult {
  gold: GoldQuote[];
  predictions: Prediction[];
  missed: GoldQuote[];
  words: number;
  milliseconds: number;
}

function measure({ text, gold, language }: Article): ArticleResult {
  const milliseconds = fastest(() => attributeQuotes({ text, language }));
  const { quotes } = attributeQuotes({ text, language });

  const matched = new Set<GoldQuote>();
  const predictions: Prediction[] = [];
  for (const quote of quotes) {
    const { attribution } = quote;
    if (quote.nature !== 'speech') continue;
    // The gold knows stretches between marks only.
    if (quote.outerStart === quote.start) continue;
    if (wordCount(quote.text) < FEWEST_WORDS) continue;
    const same = gold.find(
      (one) => overlap(one, quote) >= SAME_SPAN * Math.max(length(one), length(quote)),
    );
    if (same !== undefined) matched.add(same);
    predictions.push({
      start: quote.start,
      end: quote.end,
      attribution,
      confidence: attribution.confidence,
      outcome: outcomeOf(same),
    });
    function outcomeOf(one: GoldQuote | undefined): Prediction['outcome'] {
      if (one !== undefined && one.sources.length === 0) return 'left out';
      if (attribution.mention === null) return 'no speaker';
      if (one === undefined) return 'no quotation';
      const isRight = isSpeakerRight({
        text,
        mention: attribution.mention,
        name: quote.speaker,
        sources: one.sources,
      });
      return isRight ? 'right' : 'wrong speaker';
    }
  }
  const counted = gold.filter((one) => one.sources.length > 0);
  return {
    gold: counted,
    predictions: predictions.filter((one) => one.outcome !== 'left out'),
    missed: counted.filter((one) => !matched.has(one)),
    words: wordCount(text),
    milliseconds,
  };
}

function ratios({ gold, predicted, right }: Score): string {
  const precision = right / predicted;
  const recall = right / gold;
  const f1 = (2 * precision * recall) / (precision + recall);
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
}

function main(): void {
  const missesAt = process.argv.indexOf('--misses');
  const shown = missesAt === -1 ? 0 : Number(process.argv[missesAt + 1]);
  const firstOption = process.argv.findIndex((argument) => argument.startsWith('--'));
  const folders = process.argv.slice(2, firstOption === -1 ? undefined : firstOption);
  if (folders.length === 0) {
    console.error('Name at least one folder that holds text/ and attributions/.');
    process.exit(2);
  }
  const articles = folders.flatMap((folder): Article[] => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    if (files.length > 0) {
      return files.map((file) =>
        readGerman(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as GermanDocument),
      );
    }
    const annotations = readdirSync(path.join(folder, 'attributions')).sort();
    return readdirSync(path.join(folder, 'text'))
      .sort()
      .flatMap((file) => {
        const name = file.replace(/\.txt$/, '');
        const annotated = annotations.find((one) => one.startsWith(name) && one.endsWith('.ann'));
        if (annotated === undefined) return [];
        const text = readFileSync(path.join(folder, 'text', file), 'utf8');
        const notes = readFileSync(path.join(folder, 'attributions', annotated), 'utf8');
        return [{ text, gold: goldQuotes(text, readGold(notes)), language: 'en' }];
      });
  });
  // The first articles pay for compiling: they are measured once before anything counts.
  for (const article of articles.slice(0, 40)) measure(article);
  const results = articles.map((article) => ({ ...measure(article), text: article.text }));
  const all = results.flatMap((result) => result.predictions);
  const gold = results.reduce((sum, result) => sum + result.gold.length, 0);
  const attributed = all.filter((one) => one.attribution.mention !== null);
  const right = all.filter((one) => one.outcome === 'right').length;
  const missed = results.reduce((sum, result) => sum + result.missed.length, 0);
  const found = gold - missed;

  console.log(`${articles.length} articles, ${gold} quotations of ${FEWEST_WORDS} words or more`);
  console.log(`span               ${ratios({ gold, predicted: all.length, right: found })}`);
  console.log(`span and speaker   ${ratios({ gold, predicted: attributed.length, right })}`);
  const sure = attributed.filter((one) => one.confidence >= CONFIDENT);
  const sureRight = sure.filter((one) => one.outcome === 'right').length;
  const sureAnnotated = sure.filter((one) => one.outcome !== 'no quotation').length;
  console.log(
    `confident (≥ ${CONFIDENT}) precision ${(sureRight / sure.length).toFixed(3)} (${(sureRight / sureAnnotated).toFixed(3)} of those annotated at all)  covers ${(sure.length / gold).toFixed(3)} of all quotations`,
  );

  const words = results.reduce((sum, result) => sum + result.words, 0);
  const milliseconds = results.reduce((sum, result) => sum + result.milliseconds, 0);
  console.log(
    `${((articles.length / milliseconds) * 1000).toFixed(0)} articles a second; ${((milliseconds / words) * 500).toFixed(2)} ms for 500 words`,
  );

  console.log('\nrule                 right  wrong speaker  no quotation  no speaker  right in');
  const rules = [...new Set(all.map((one) => one.attribution.rule))].sort();
  for (const rule of rules) {
    const count = (outcome: Prediction['outcome']): number =>
      all.filter((one) => one.attribution.rule === rule && one.outcome === outcome).length;
    const sum = count('right') + count('wrong speaker') + count('no quotation');
    console.log(
      `${rule.padEnd(20)} ${String(count('right')).padStart(5)}  ${String(count('wrong speaker')).padStart(13)}  ${String(count('no quotation')).padStart(12)}  ${String(count('no speaker')).padStart(10)}  ${sum === 0 ? '' : (count('right') / sum).toFixed(3)}`,
    );
  }
  printMisses(results, shown);
}

function printMisses(results: (ArticleResult & { text: string })[], shown: number): void {
  const ruleAt = process.argv.indexOf('--rule');
  const rule = ruleAt === -1 ? undefined : process.argv[ruleAt + 1];
  const lines = results.flatMap(({ text, predictions, missed, gold }) => [
    ...predictions
      .filter(
        (one) => one.outcome !== 'right' && (rule === undefined || one.attribution.rule === rule),
      )
      .map((one) => {
        const mention = one.attribution.mention;
        const same = gold.find((other) => overlap(other, one) > 0);
        const source =
          same?.sources.map(({ start, end }) => text.slice(start, end)).join(' + ') ?? 'none';
        const said = mention === null ? 'nobody' : text.slice(mention.start, mention.end);
        return `[${one.outcome}] ${one.attribution.rule} said by <${said}>, gold <${source}>\n   ${around(text, one)}`;
      }),
    ...(rule === undefined ? missed : []).map(
      (one) =>
        `[not found] gold <${one.sources.map(({ start, end }) => text.slice(start, end)).join(' + ')}>\n   ${around(text, one)}`,
    ),
  ]);
  const step = Math.max(1, Math.floor(lines.length / Math.max(1, shown)));
  for (let at = 0; at < lines.length && at / step < shown; at += step) console.log(lines[at]);
}

function around(text: string, span: TextSpan): string {
  const before = text.slice(Math.max(0, span.start - 160), span.start);
  const after = text.slice(span.end, span.end + 120);
  return `${before}⟦${text.slice(span.start, span.end)}⟧${after}`.replace(/\n/g, ' ¶ ');
}

main();
