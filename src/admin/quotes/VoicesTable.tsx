import type { VoiceReport } from '../../domain/quotations/shareOfVoice';

import { useWords } from '../words/useWords';

import './voices.css';

/** More than these make a picture that nobody reads; the table has all. */
const IN_THE_PICTURE = 12;
const ROW = 28;
const NAME_WIDTH = 180;
const BAR_WIDTH = 380;

/** Who is quoted how often: a picture for a first look, and the table that says the same exactly. */
export function VoicesTable({ report, caption }: { report: VoiceReport; caption: string }) {
  const { say, language } = useWords();
  const { voices, quotations, words } = report;
  if (voices.length === 0) return <p className="voices__empty">{say('voices:nobody')}</p>;
  return (
    <>
      <Picture report={report} />
      <table className="voices__table">
        <caption>
          {caption}: {say('voices:quotations', { count: quotations })},{' '}
          {say('story:words', { count: words, number: words.toLocaleString(language) })}.
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('voices:speaker')}</th>
            <th scope="col">{say('tab:quotations')}</th>
            <th scope="col">{say('voices:share')}</th>
            <th scope="col">{say('voices:words')}</th>
            <th scope="col">{say('voices:shareOfWords')}</th>
            <th scope="col">{say('search:articles')}</th>
          </tr>
        </thead>
        <tbody>
          {voices.map((voice) => (
            <tr key={voice.person ?? voice.name}>
              <th scope="row">{voice.name}</th>
              <td>{voice.quotations}</td>
              <td>{percent(voice.shareOfQuotations, language)}</td>
              <td>{voice.words}</td>
              <td>{percent(voice.shareOfWords, language)}</td>
              <td>{voice.articles}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Picture({ report: { voices } }: { report: VoiceReport }) {
  const { say, language } = useWords();
  const shown = voices.slice(0, IN_THE_PICTURE);
  const most = Math.max(...shown.map(({ words }) => words), 1);
  return (
    <svg
      aria-label={say('voices:picture')}
      className="voices__picture"
      role="img"
      viewBox={`0 0 ${NAME_WIDTH + BAR_WIDTH + 60} ${shown.length * ROW}`}
    >
      {shown.map(({ person, name, words, shareOfWords }, index) => {
        const length = Math.max(2, (words / most) * BAR_WIDTH);
        const middle = index * ROW + ROW / 2;
        return (
          <g key={person ?? name}>
            <text dominantBaseline="central" textAnchor="end" x={NAME_WIDTH - 8} y={middle}>
              {name.length > 24 ? `${name.slice(0, 23)}…` : name}
            </text>
            <rect height={ROW - 10} width={length} x={NAME_WIDTH} y={index * ROW + 5} />
            <text dominantBaseline="central" x={NAME_WIDTH + length + 6} y={middle}>
              {percent(shareOfWords, language)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function percent(share: number, language: string): string {
  const digits = share < 0.1 ? 1 : 0;
  return share.toLocaleString(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
