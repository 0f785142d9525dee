'use client';

import { useConfig } from '@payloadcms/ui';
import Link from 'next/link';

import type { DeskArticle } from '../../domain/desk/Desk';
import type { ActionName } from '../../domain/workflow/actionTable';
import { Ago } from '../history/Ago';
import { NOTES_ID } from '../story/notes/notesId';
import { useWords } from '../words/useWords';
import { askFor } from '../workflow/askedAction';
import { Deadline } from './Deadline';

/** One article in a list of the desk: what it is, where it stands, and the one thing to do. */
export function ArticleRow({
  article,
  why = null,
  todo = null,
  isPublished = false,
  hasStage = !isPublished,
}: {
  article: DeskArticle;
  /** Why it stands in this list. */
  why?: string | null;
  /** The action that the article's page opens with; null: just the page. */
  todo?: { label: string; action: ActionName | null } | null;
  isPublished?: boolean;
  /** False where the list's own name says it. */
  hasStage?: boolean;
}) {
  const { config } = useConfig();
  const { say } = useWords();
  const { id, stage, publicationState, onHold, people, topics, updatedAt, publishedAt } = article;
  const href = `${config.routes.admin}/collections/articles/${id}`;
  const headline = article.headline || say('desk:noHeadline');
  return (
    <li className="desk-row">
      <div className="desk-row__line">
        <Link className="desk-row__title" href={href}>
          {headline}
        </Link>
        {todo && (
          <Link
            className="desk-row__todo"
            href={todo.action ? askFor(href, todo.action) : href}
            aria-label={`${todo.label}: ${headline}`}
          >
            {todo.label}
          </Link>
        )}
      </div>
      <p className="desk-row__facts">
        {why && <strong>{why}</strong>}
        {hasStage && (
          <span className={`workflow-pill workflow-pill--${stage}`}>{say(`stage:${stage}`)}</span>
        )}
        {!isPublished && publicationState === 'live' && (
          <span className="workflow-pill workflow-pill--live">{say('desk:liveToo')}</span>
        )}
        {onHold && <span className="workflow-pill workflow-pill--hold">{say('desk:onHold')}</span>}
        {article.openNotes > 0 && (
          <Link href={`${href}#${NOTES_ID}`}>
            {say('desk:openNotes', { count: article.openNotes })}
          </Link>
        )}
        {article.deadline && !isPublished && <Deadline at={article.deadline} />}
        {people.length > 0 && <span>{people.join(', ')}</span>}
        {topics.length > 0 && <span>{topics.join(', ')}</span>}
        <span>
          {say(isPublished ? 'desk:published_at' : 'desk:changed')}{' '}
          <Ago at={isPublished ? (publishedAt ?? updatedAt) : updatedAt} />
        </span>
      </p>
    </li>
  );
}
