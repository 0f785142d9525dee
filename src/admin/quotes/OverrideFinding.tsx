'use client';

import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';

import type { QuoteFinding } from '../../domain/quotations/QuoteFinding';
import type { PublishIssue } from '../../domain/workflow/PublishIssue';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { askApi } from '../page/askApi';
import { Difference } from './Difference';
import { ReasonForm } from './ReasonForm';
import { useRights } from './useRights';

import './quotes.css';

/** Of the issues in the way: those about quotations, with what differs and an editor's way past them. */
export function OverrideFinding({ issue }: { issue: PublishIssue }) {
  const rights = useRights();
  const { id: articleId } = useDocumentInfo();
  const { config } = useConfig();
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (!isFinding(issue)) return null;

  const confirm = async (reason: string) => {
    setBusy(true);
    const answer = await askApi(
      `${config.routes.api}/articles/${String(articleId)}/quote-findings/${issue.key}/override`,
      { method: 'POST', body: { reason } },
    );
    setBusy(false);
    if (!answer.ok) {
      toast.error(answer.message ?? say('bar:unreachable'));
      return;
    }
    toast.success(say('override:done'));
    window.dispatchEvent(new Event(ARTICLE_SAVED));
  };

  // A mere warning is in nobody's way.
  const mayOverride = issue.severity === 'error' && rights.mayOverride;
  return (
    <>
      {issue.difference && <Difference parts={issue.difference} />}
      {mayOverride && !isOpen && (
        <button className="override__open" onClick={() => setOpen(true)} type="button">
          {say('override:open')}
        </button>
      )}
      {isOpen && (
        <ReasonForm
          confirm={say('override:confirm')}
          isBusy={isBusy}
          label={say('override:why')}
          onCancel={() => setOpen(false)}
          onConfirm={(reason) => void confirm(reason)}
        />
      )}
    </>
  );
}

function isFinding(issue: PublishIssue): issue is QuoteFinding {
  return 'rule' in issue && 'key' in issue;
}
