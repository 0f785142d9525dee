'use client';

import { Gutter, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import type { VoiceReport } from '../../domain/quotations/shareOfVoice';
import { useWords } from '../words/useWords';
import { askApi } from '../page/askApi';
import { QuotationList } from './QuotationList';
import { useQuotations } from './useQuotations';
import { VoicesTable } from './VoicesTable';

import './verification.css';

/** Every quotation of an article, and who is quoted how often in it. */
export function ArticleQuotations() {
  const { id } = useDocumentInfo();
  const { say } = useWords();
  const { config } = useConfig();
  const { api } = config.routes;
  const articleId = String(id);
  const { quotations, decide, verify, vouch } = useQuotations(`articles/${articleId}`, 0);
  const [report, setReport] = useState<VoiceReport | null>(null);

  // Each decision changes the list, and with it who is quoted.
  useEffect(() => {
    void askApi<VoiceReport>(`${api}/quotes/voices?article=${articleId}`).then(
      (answer) => answer.ok && setReport(answer.body),
    );
  }, [api, articleId, quotations]);

  return (
    <Gutter className="voices">
      <h2>{say('tab:quotations')}</h2>
      {quotations?.length === 0 && (
        <p className="voices__empty">{say('verification:articleNone')}</p>
      )}
      {quotations && quotations.length > 0 && (
        <QuotationList quotations={quotations} decide={decide} verify={verify} vouch={vouch} />
      )}
      <h2>{say('search:voices')}</h2>
      {report && <VoicesTable report={report} caption={say('voices:thisArticle')} />}
    </Gutter>
  );
}
