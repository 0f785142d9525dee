import type { VoiceReport } from './shareOfVoice';

const HEADER = ['speaker', 'person id', 'quotations', 'share of quotations', 'words'];
const HEADER_END = ['share of words', 'articles'];

/** A report as a table for spreadsheets (RFC 4180); no cell can be taken for a formula. */
export function voicesCsv({ voices }: VoiceReport): string {
  const rows = voices.map((voice) => [
    voice.name,
    voice.person ?? '',
    String(voice.quotations),
    voice.shareOfQuotations.toFixed(4),
    String(voice.words),
    voice.shareOfWords.toFixed(4),
    String(voice.articles),
  ]);
  return [[...HEADER, ...HEADER_END], ...rows]
    .map((row) => row.map(cell).join(',') + '\r\n')
    .join('');
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
