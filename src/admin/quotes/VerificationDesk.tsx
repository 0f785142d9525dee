'use client';

import { Gutter, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import type { QuoteToVerify } from '../../domain/quotations/QuoteToVerify';
import { useWords, type WordKey } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { askApi } from '../page/askApi';
import { VerificationItem } from './VerificationItem';
import { useRights } from './useRights';

import './verification.css';
import './quotes.css';

type Status = 'unverified' | 'disputed' | 'verified';

/** What a fact-checker may look at, the first being the work that waits. */
const FILTERS: { label: WordKey; shows: readonly Status[] }[] = [
  { label: 'verification:toCheck', shows: ['unverified', 'disputed'] },
  { label: 'verification:unverified', shows: ['unverified'] },
  { label: 'verification:disputed', shows: ['disputed'] },
  { label: 'verification:verified', shows: ['verified'] },
];

const KEYS = [
  ['j', 'verification:keyNext'],
  ['k', 'verification:keyBefore'],
  ['v', 'verification:keyVerify'],
  ['d', 'verification:keyDispute'],
] as const satisfies readonly (readonly [string, WordKey])[];

/** The quotes of articles in review: each with its passage and evidence, to be verified or disputed. */
export function VerificationDesk() {
  const { config } = useConfig();
  const { say } = useWords();
  const { mayVerify } = useRights();
  const { api } = config.routes;
  const [quotes, setQuotes] = useState<QuoteToVerify[] | null>(null);
  const [problem, setProblem] = useState('');
  const [chosen, setChosen] = useState(0);
  const [told, setTold] = useState('');

  const load = useCallback(async () => {
    const answer = await askApi<{ quotes: QuoteToVerify[] }>(`${api}/quotes/desk`);
    if (answer.ok) setQuotes(answer.body.quotes);
    setProblem(answer.ok ? '' : (answer.message ?? say('bar:unreachable')));
  }, [api, say]);
  useEffect(() => {
    const reload = () => void load();
    reload();
    window.addEventListener(ARTICLE_SAVED, reload);
    return () => window.removeEventListener(ARTICLE_SAVED, reload);
  }, [load]);

  const decide = async (
    { quotation, revision }: QuoteToVerify,
    verification: { status: Status; note: string | null },
  ): Promise<string | null> => {
    const answer = await askApi(`${api}/quotes/${quotation.quote?.id ?? ''}?draft=true`, {
      method: 'PATCH',
      body: { verification, revision },
    });
    if (!answer.ok) return answer.message ?? say('bar:unreachable');
    setTold(say(`verification:now_${verification.status}`, { words: quotation.words }));
    await load();
    return null;
  };

  const shows = FILTERS[chosen]?.shows ?? [];
  const isShown = ({ quotation }: QuoteToVerify, of: readonly Status[]) =>
    of.includes((quotation.quote?.verification ?? 'unverified') as Status);
  const shown = (quotes ?? []).filter((quote) => isShown(quote, shows));
  return (
    <Gutter className="verification">
      <h1>{say('search:verification')}</h1>
      <p className="verification__help">
        {say('verification:help')}{' '}
        {KEYS.map(([key, does]) => (
          <span className="verification__key" key={key}>
            <kbd>{key}</kbd> {say(does)}
          </span>
        ))}
      </p>
      <div className="verification__filters" role="group" aria-label={say('verification:show')}>
        {FILTERS.map(({ label, shows: of }, index) => (
          <button
            aria-pressed={index === chosen}
            key={label}
            onClick={() => setChosen(index)}
            type="button"
          >
            {say(label)} {quotes && `(${quotes.filter((quote) => isShown(quote, of)).length})`}
          </button>
        ))}
      </div>
      <p className="quotations__told" role="status">
        {told}
      </p>
      {problem && <p role="alert">{problem}</p>}
      {!quotes && !problem && <p>{say('verification:loading')}</p>}
      {quotes && shown.length === 0 && (
        <p className="verification__empty">
          {say(chosen === 0 ? 'verification:none' : 'verification:noneSuch')}
        </p>
      )}
      <div className="verification__list">
        {shown.map((quote) => (
          <VerificationItem
            key={`${quote.article.id} ${quote.quotation.quote?.id ?? ''}`}
            item={quote}
            mayDecide={mayVerify}
            onDecide={(verification) => decide(quote, verification)}
          />
        ))}
      </div>
    </Gutter>
  );
}
