'use client';

import { useDocumentDrawer } from '@payloadcms/ui';
import { useEffect } from 'react';

import type { PublishIssue } from '../../domain/workflow/PublishIssue';
import { OverrideFinding } from '../quotes/OverrideFinding';
import { ARTICLE_SAVED } from './useArticleActions';

export type Subject = NonNullable<PublishIssue['subject']>;

/** Everything in the way, each with a click that goes to where it is put right. */
export function BlockerList({
  issues,
  title,
  isFolded = false,
  onGo,
}: {
  issues: readonly PublishIssue[];
  title: string;
  /** Shows only how many there are, until somebody wants to see them. */
  isFolded?: boolean;
  /** Absent away from the article, where the list is there to be read. */
  onGo?: ((issue: PublishIssue) => void) | undefined;
}) {
  if (issues.length === 0) return null;
  const list = (
    <ul>
      {issues.map((issue) => (
        <li key={keyOf(issue)}>
          {onGo ? (
            <button type="button" onClick={() => onGo(issue)}>
              {issue.message}
            </button>
          ) : (
            issue.message
          )}
          {onGo && <OverrideFinding issue={issue} />}
        </li>
      ))}
    </ul>
  );
  return isFolded ? (
    <details className="workflow-bar__blockers">
      <summary>
        {title} {issues.length}
      </summary>
      {list}
    </details>
  ) : (
    <div className="workflow-bar__blockers">
      <h3>{title}</h3>
      {list}
    </div>
  );
}

/** Tells one issue from another: a section may have several of a kind. */
export function keyOf({ code, field, message }: PublishIssue): string {
  return `${code} ${field} ${message}`;
}

/** The section, quote or other record that an issue is about, opened over the page. */
export function SubjectDrawer({ collection, id }: Subject) {
  const [Drawer, , { openDrawer }] = useDocumentDrawer({ collectionSlug: collection, id });
  // A drawer registers itself with the page's modals after the first render.
  useEffect(() => {
    const timer = setTimeout(openDrawer, 0);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- opened once, when it is made
  }, []);
  return <Drawer onSave={() => void window.dispatchEvent(new Event(ARTICLE_SAVED))} />;
}
