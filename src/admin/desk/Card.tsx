'use client';

import { useConfig } from '@payloadcms/ui';
import Link from 'next/link';
import { useRef, type KeyboardEvent } from 'react';

import { boardMove } from '../../domain/desk/boardMove';
import { COLUMNS, type BoardCard, type Column } from '../../domain/desk/Desk';
import { Ago } from '../history/Ago';
import { useWords } from '../words/useWords';
import { Deadline } from './Deadline';

const SIDEWAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** One article on the board. */
export function Card({
  card,
  column,
  isBusy,
  onMove,
}: {
  card: BoardCard;
  column: Column;
  isBusy: boolean;
  onMove: (to: Column) => void;
}) {
  const { config } = useConfig();
  const { say } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  const { id, kind, publicationState, onHold, people, topics, deadline, orderAt } = card;
  const headline = card.headline || say('desk:noHeadline');
  const targets = COLUMNS.filter((to) => boardMove(column, to) !== null);
  return (
    <li
      aria-busy={isBusy}
      className="board-card"
      data-card={id}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData('text/plain', id);
        dataTransfer.effectAllowed = 'move';
      }}
      onKeyDown={(event) => {
        const step = SIDEWAYS[event.key];
        if (event.key === 'Escape') menu.current?.removeAttribute('open');
        if (!(event.target instanceof HTMLAnchorElement)) return;
        if (event.shiftKey && step) {
          event.preventDefault();
          const to = COLUMNS[COLUMNS.indexOf(column) + step];
          if (to) onMove(to);
        } else walk(event);
      }}
    >
      <Link
        className="board-card__title"
        href={`${config.routes.admin}/collections/articles/${id}`}
      >
        {headline}
      </Link>
      <p className="desk-row__facts">
        {deadline && column !== 'live' && <Deadline at={deadline} />}
        {orderAt && (
          <span>
            {say('board:goesOut')} <Ago at={orderAt} />
          </span>
        )}
        {onHold && <span className="workflow-pill workflow-pill--hold">{say('desk:onHold')}</span>}
        {publicationState === 'live' && column !== 'live' && (
          <span className="workflow-pill workflow-pill--live">{say('desk:liveToo')}</span>
        )}
        {isKind(kind) && <span>{say(`kind:${kind}`)}</span>}
        {people.length > 0 && <span>{people.join(', ')}</span>}
        {topics.length > 0 && <span>{topics.join(', ')}</span>}
        <Ago at={card.updatedAt} />
      </p>
      {targets.length > 0 && (
        <details ref={menu} className="board-card__menu">
          <summary aria-label={say('board:moveCard', { headline })}>{say('board:move')}</summary>
          <ul>
            {targets.map((to) => {
              const action = boardMove(column, to);
              return (
                <li key={to}>
                  <button
                    type="button"
                    disabled={isBusy}
                    onClick={() => {
                      menu.current?.removeAttribute('open');
                      onMove(to);
                    }}
                  >
                    {say('board:moveTo', {
                      column: say(`board:${to}`),
                      action: action ? say(`action:${action}`) : '',
                    })}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </li>
  );
}

type Kind = 'news' | 'analysis' | 'opinion' | 'interview' | 'explainer' | 'live';

function isKind(kind: string | null): kind is Kind {
  return ['news', 'analysis', 'opinion', 'interview', 'explainer', 'live'].includes(kind ?? '');
}

/** Arrow keys go from card to card, up and down a column and into the ones beside it. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const columns = [...document.querySelectorAll<HTMLElement>('.board__column')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.board-card__title'),
  ]);
  const x = columns.findIndex((titles) => titles.includes(event.target as HTMLElement));
  const y = columns[x]?.indexOf(event.target as HTMLElement) ?? -1;
  const side = SIDEWAYS[event.key];
  const upDown = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (!side && !upDown) return;
  event.preventDefault();
  if (upDown) {
    columns[x]?.[y + upDown]?.focus();
    return;
  }
  const step = side ?? 0;
  for (let at = x + step; at >= 0 && at < columns.length; at += step) {
    const titles = columns[at] ?? [];
    const next = titles[Math.min(y, titles.length - 1)];
    if (next) {
      next.focus();
      return;
    }
  }
}
