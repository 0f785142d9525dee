'use client';

import { toast, useConfig } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

import { boardMove } from '../../domain/desk/boardMove';
import type { BoardCard, Column } from '../../domain/desk/Desk';
import type { ActionName } from '../../domain/workflow/actionTable';
import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import { useWords } from '../words/useWords';
import type { ActionForm } from '../workflow/ActionDialog';
import { askFor } from '../workflow/askedAction';
import { runAction, type ActionProblem } from '../workflow/useArticleActions';

interface Move {
  card: BoardCard;
  from: Column;
  to: Column;
}

interface Asked extends Move {
  action: ActionName;
  needs: readonly string[];
  /** What readers see, and what they would come to see. */
  liveEdition: string | null;
  edition: string | null;
}

/**
 * Moving a card is the workflow's own action: what it refuses leaves the card where it was and says
 * why. What needs words is asked for; approving opens the article, because the text is to be read.
 */
export function useBoardMoves(reload: () => Promise<void>) {
  const { config } = useConfig();
  const { say } = useWords();
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const isUnderWay = useRef(false);
  const [moved, setMoved] = useState<string | null>(null);

  // The card is drawn anew in another column: whoever moved it by keyboard goes along.
  useEffect(() => {
    if (!moved) return;
    document.querySelector<HTMLElement>(`[data-card="${moved}"] .board-card__title`)?.focus();
    // oxlint-disable-next-line react/set-state-in-effect -- done once for each move
    setMoved(null);
  }, [moved]);

  const addressOf = ({ id }: BoardCard) => `${config.routes.api}/articles/${id}`;
  const refuse = ({ card, from }: Move, message: string) => {
    const words = say('board:refused', {
      headline: card.headline,
      from: say(`board:${from}`),
      message,
    });
    setTold(words);
    toast.error(words, { duration: 15_000 });
  };
  const finish = async (move: Move, action: ActionName) => {
    setAsked(null);
    await reload();
    setMoved(move.card.id);
    setTold(say('board:moved', { headline: move.card.headline, to: say(`board:${move.to}`) }));
    toast.success(say(`done:${action}`));
  };

  const begin = async (move: Move, action: ActionName) => {
    const response = await fetch(`${addressOf(move.card)}/actions`, {
      credentials: 'include',
    }).catch(() => null);
    if (!response?.ok) return refuse(move, say('bar:unreachable'));
    const overview = (await response.json()) as ActionOverview;
    const now = overview.actions.find((candidate) => candidate.action === action);
    if (!now?.isAllowed) {
      const issues = now?.issues?.map((issue) => issue.message) ?? [];
      return refuse(move, [now?.message ?? say('bar:gone'), ...issues].join(' '));
    }
    if (now.needs.includes('contentHash')) {
      toast.info(say('board:readFirst'));
      const page = `${config.routes.admin}/collections/articles/${move.card.id}`;
      router.push(askFor(page, action));
      return;
    }
    if (action !== 'submit' || now.needs.length > 0) {
      const { liveEdition, approvedEdition: edition } = overview;
      setProblem(null);
      setAsked({ ...move, action, needs: now.needs, liveEdition, edition });
      return;
    }
    const answer = await runAction({ address: addressOf(move.card), action, body: {}, say });
    if (answer.ok) await finish(move, action);
    else refuse(move, answer.problem.message);
  };

  return {
    asked,
    problem,
    busy,
    told,
    cancel: () => setAsked(null),
    move: async (move: Move) => {
      const action = boardMove(move.from, move.to);
      if (!action) {
        refuse(
          move,
          say('board:noStep', { from: say(`board:${move.from}`), to: say(`board:${move.to}`) }),
        );
        return;
      }
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setBusy(move.card.id);
      await begin(move, action);
      setBusy(null);
      isUnderWay.current = false;
    },
    confirm: async (form: ActionForm) => {
      if (!asked) return;
      setBusy(asked.card.id);
      const change = form.change ?? { kind: 'correction', note: '' };
      const answer = await runAction({
        address: addressOf(asked.card),
        action: asked.action,
        body: { ...form, ...(asked.needs.includes('change') ? { change } : {}) },
        say,
      });
      setBusy(null);
      if (answer.ok) await finish(asked, asked.action);
      else setProblem(answer.problem);
    },
  };
}
