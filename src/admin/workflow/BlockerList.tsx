'use client';

import { useDocumentDrawer } from '@payloadcms/ui';
import { useEffect, useState } from 'react';

import type { PublishIssue } from '../../domain/workflow/PublishIssue';
import { OverrideFinding } from '../quotes/OverrideFinding';
import { goToField } from './goToField';
import { ARTICLE_SAVED } from './useArticleActions';

type Subject = NonNullable<PublishIssue['subject']>;

/** Everything in the way, each with a click that goes to where it is put right. */
export function BlockerList({ issues, title }: { issues: readonly PublishIssue[]; title: string }) {
  const [subject, setSubject] = useState<(Subject & { opened: number }) | null>(null);
  if (issues.length === 0) return null;
  return (
    <div className="workflow-bar__blockers">
      <h3>{title}</h3>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.field} ${issue.message}`}>
            <button
              type="button"
              onClick={() =>
                issue.subject
                  ? setSubject({ ...issue.subject, opened: Date.now() })
                  : goToField(issue.field)
              }
            >
              {issue.message}
            </button>
            <OverrideFinding issue={issue} />
          </li>
        ))}
      </ul>
      {subject && <SubjectDrawer key={subject.opened} {...subject} />}
    </div>
  );
}

/** The section, quote or other record that an issue is about, opened over the page. */
function SubjectDrawer({ collection, id }: Subject) {
  const [Drawer, , { openDrawer }] = useDocumentDrawer({ collectionSlug: collection, id });
  // A drawer registers itself with the page's modals after the first render.
  useEffect(() => {
    const timer = setTimeout(openDrawer, 0);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- opened once, when it is made
  }, []);
  return <Drawer onSave={() => void window.dispatchEvent(new Event(ARTICLE_SAVED))} />;
}
