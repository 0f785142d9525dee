'use client';

import { Gutter, useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import type { VoiceReport } from '../../domain/quotations/shareOfVoice';
import { useWords } from '../words/useWords';
import { askApi } from '../page/askApi';
import { VoicesTable } from './VoicesTable';

import './verification.css';
import './voices.css';

interface Filters {
  from: string;
  to: string;
  topic: string;
}

/** Who is quoted how often in what readers see, by the day of publication and by topic. */
export function ShareOfVoice() {
  const { config } = useConfig();
  const { say } = useWords();
  const { api } = config.routes;
  const [filters, setFilters] = useState<Filters>({ from: '', to: '', topic: '' });
  const [report, setReport] = useState<VoiceReport | null>(null);
  const [problem, setProblem] = useState('');
  const topics = useTopics(api);
  const query = new URLSearchParams({ ...filters }).toString();
  const address = `${api}/quotes/voices?${query}`;

  useEffect(() => {
    let isStale = false;
    void askApi<VoiceReport>(address).then((answer) => {
      if (isStale) return;
      setProblem(answer.ok ? '' : (answer.message ?? say('bar:unreachable')));
      if (answer.ok) setReport(answer.body);
    });
    return () => {
      isStale = true;
    };
  }, [address, say]);

  const field = (name: keyof Filters) => ({
    value: filters[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setFilters({ ...filters, [name]: target.value }),
  });
  return (
    <Gutter className="voices">
      <h1>{say('search:voices')}</h1>
      <p className="verification__help">{say('voices:help')}</p>
      <form className="voices__filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {say('voices:from')}
          <input type="date" {...field('from')} />
        </label>
        <label>
          {say('voices:to')}
          <input type="date" {...field('to')} />
        </label>
        <label>
          {say('board:topic')}
          <select {...field('topic')}>
            <option value="">{say('voices:allTopics')}</option>
            {topics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <a href={`${address}&format=csv`} download>
          {say('voices:csv')}
        </a>
      </form>
      {problem && <p role="alert">{problem}</p>}
      {!report && !problem && <p>{say('voices:counting')}</p>}
      {report && <VoicesTable report={report} caption={say('voices:published')} />}
    </Gutter>
  );
}

function useTopics(api: string): { id: string; name: string }[] {
  const [topics, setTopics] = useState<{ id: string; name: string }[]>([]);
  useEffect(() => {
    void askApi<{ docs: { id: string; name: string }[] }>(
      `${api}/topics?depth=0&draft=true&pagination=false&sort=name`,
    ).then((answer) => answer.ok && setTopics(answer.body.docs));
  }, [api]);
  return topics;
}
