'use client';

import { useConfig } from '@payloadcms/ui';
import { useState } from 'react';

import { COLUMNS, type Board, type BoardCard, type Column } from '../../domain/desk/Desk';
import { useWords } from '../words/useWords';
import { ActionDialog } from '../workflow/ActionDialog';
import { BoardFilters } from './BoardFilters';
import { asQuery, NO_FILTER } from './boardFilter';
import { Card } from './Card';
import { useBoardMoves } from './useBoardMoves';
import { useLatest } from './useLatest';

/** The columns of the board. A card moves by dragging, by its menu, or by Shift and an arrow key. */
export function BoardColumns() {
  const { config } = useConfig();
  const { say } = useWords();
  const [filter, setFilter] = useState(NO_FILTER);
  const { latest, hasFailed, reload } = useLatest<Board>(
    `${config.routes.api}/board?${asQuery(filter)}`,
  );
  const moves = useBoardMoves(reload);
  const [over, setOver] = useState<Column | null>(null);

  if (!latest) return <p role="status">{say(hasFailed ? 'board:failed' : 'board:loading')}</p>;
  const find = (id: string): { card: BoardCard; from: Column } | null => {
    for (const from of COLUMNS) {
      const card = latest.columns[from].rows.find((row) => row.id === id);
      if (card) return { card, from };
    }
    return null;
  };
  return (
    <>
      <p className="newsdesk__intro">{say('board:intro')}</p>
      <BoardFilters
        filter={filter}
        onChange={setFilter}
        people={latest.people}
        topics={latest.topics}
      />
      <p className="board__told" role="status">
        {moves.told}
      </p>
      <div className="board">
        {COLUMNS.map((column) => {
          const { rows, count, isMore } = latest.columns[column];
          return (
            <section
              key={column}
              aria-labelledby={`board-${column}`}
              className={`board__column${over === column ? ' board__column--over' : ''}`}
              data-column={column}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(column);
              }}
              onDragLeave={({ currentTarget, relatedTarget }) => {
                if (!currentTarget.contains(relatedTarget as Node | null)) setOver(null);
              }}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                const dropped = find(event.dataTransfer.getData('text/plain'));
                if (dropped && dropped.from !== column) void moves.move({ ...dropped, to: column });
              }}
            >
              <h2 id={`board-${column}`}>
                {say(`board:${column}`)}{' '}
                <span className="desk-list__count">
                  {isMore ? say('desk:more', { count }) : count}
                </span>
              </h2>
              {rows.length === 0 && <p className="desk-list__none">{say(`board:${column}None`)}</p>}
              <ul>
                {rows.map((card) => (
                  <Card
                    key={card.id}
                    card={card}
                    column={column}
                    isBusy={moves.busy === card.id}
                    onMove={(to) => void moves.move({ card, from: column, to })}
                  />
                ))}
              </ul>
              {count > rows.length && (
                <p className="desk-list__none">{say('board:andMore', { count: rows.length })}</p>
              )}
            </section>
          );
        })}
      </div>
      {moves.asked && (
        <ActionDialog
          key={`${moves.asked.card.id} ${moves.asked.action}`}
          action={moves.asked.action}
          needs={moves.asked.needs}
          articleId={moves.asked.card.id}
          liveEdition={moves.asked.liveEdition}
          edition={moves.asked.edition}
          problem={moves.problem}
          isBusy={moves.busy !== null}
          onCancel={moves.cancel}
          onConfirm={(form) => void moves.confirm(form)}
        />
      )}
    </>
  );
}
