import { toast, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import type { Vouched } from '../../domain/quotations/vouching';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { askApi } from '../page/askApi';

/** What a decision changed in the section that holds the quotation. */
export interface DecidedSection {
  id: string;
  revision?: number | null;
  quotes?: string[] | null;
}

export type Verb = 'accept' | 'dismiss' | 'restore';

export type Decide = (
  quotation: ListedQuotation,
  verb: Verb,
  body?: object,
) => Promise<DecidedSection | null>;

export interface QuoteVerdict {
  status: 'verified' | 'disputed' | 'unverified';
  /** What is wrong with disputed words. */
  note?: string;
}

/** Says whether the recorded words are right, or takes that back. True when it is done. */
export type Verify = (quotation: ListedQuotation, verdict: QuoteVerdict) => Promise<boolean>;

/** One step about who answers for quotations, as the endpoint takes it. */
export type VouchStep =
  { step: 'vouch'; vouched: Vouched } | { step: 'takeBack' | 'generated' | 'notGenerated' };

/** Says of quotations that came from one source how they are known. True when it is done. */
export type Vouch = (quotations: readonly ListedQuotation[], step: VouchStep) => Promise<boolean>;

/**
 * The quotations of `articles/ID` or `sections/ID`, read anew whenever `version` changes or a part of
 * an article is saved; null until the first answer.
 *
 * @param settle saves what stands on the page, which a decision is about; false where it cannot now.
 */
export function useQuotations(
  of: string | null,
  version: unknown,
  settle: () => Promise<boolean> = nothingToSave,
): { quotations: ListedQuotation[] | null; decide: Decide; verify: Verify; vouch: Vouch } {
  const { config } = useConfig();
  const { api } = config.routes;
  const { say } = useWords();
  const [quotations, setQuotations] = useState<ListedQuotation[] | null>(null);

  const load = useCallback(async (): Promise<ListedQuotation[] | null> => {
    if (!of) return null;
    const answer = await askApi<{ quotations: ListedQuotation[] }>(`${api}/${of}/quotations`);
    // Offline or signed out: what is shown stays.
    if (!answer.ok) return null;
    setQuotations(answer.body.quotations);
    return answer.body.quotations;
  }, [api, of]);

  useEffect(() => {
    const reload = () => void load();
    reload();
    window.addEventListener(ARTICLE_SAVED, reload);
    return () => window.removeEventListener(ARTICLE_SAVED, reload);
  }, [load, version]);

  const isSettled = async (): Promise<boolean> => {
    const isSaved = await settle();
    if (!isSaved) toast.error(say('quotation:notSaved'));
    return isSaved;
  };

  const decide: Decide = async (quotation, verb, body = {}) => {
    if (!(await isSettled())) return null;
    const send = ({ section, key }: ListedQuotation) =>
      askApi<{ section: DecidedSection }>(
        `${api}/sections/${section}/quotations/${key ?? ''}/${verb}`,
        { method: 'POST', body },
      );
    let answer = await send(quotation);
    if (!answer.ok && (answer.status === 404 || answer.status === 409)) {
      // The text has moved on from the one that was asked about: the same words, as they stand now.
      const now = (await settle()) ? await load() : null;
      const same = now?.find((other) => isSame(other, quotation));
      if (same) answer = await send(same);
    }
    if (!answer.ok) {
      toast.error(answer.message ?? say('bar:unreachable'));
      await load();
      return null;
    }
    window.dispatchEvent(new Event(ARTICLE_SAVED));
    return answer.body.section;
  };

  const verify: Verify = async ({ quote }, verification) => {
    if (!quote || !(await isSettled())) return false;
    const answer = await askApi(`${api}/quotes/${quote.id}?draft=true`, {
      method: 'PATCH',
      body: { verification, revision: quote.revision },
    });
    if (!answer.ok) toast.error(answer.message ?? say('bar:unreachable'));
    window.dispatchEvent(new Event(ARTICLE_SAVED));
    return answer.ok;
  };

  const vouch: Vouch = async (chosen, step) => {
    const article = articleOf(of, chosen);
    if (!article || !(await isSettled())) return false;
    const quotes = new Map(
      chosen.flatMap(({ quote }) => (quote ? [[quote.id, quote.revision] as const] : [])),
    );
    const answer = await askApi(`${api}/articles/${article}/vouch`, {
      method: 'POST',
      body: { ...step, quotes: [...quotes].map(([id, revision]) => ({ id, revision })) },
    });
    if (!answer.ok) toast.error(answer.message ?? say('bar:unreachable'));
    window.dispatchEvent(new Event(ARTICLE_SAVED));
    return answer.ok;
  };

  return { quotations, decide, verify, vouch };
}

function articleOf(of: string | null, chosen: readonly ListedQuotation[]): string | null {
  return chosen[0]?.article ?? (of?.startsWith('articles/') ? of.slice('articles/'.length) : null);
}

function isSame(one: ListedQuotation, other: ListedQuotation): boolean {
  if (one.section !== other.section || !one.key) return false;
  return one.key === other.key || one.words === other.words;
}

const nothingToSave = () => Promise.resolve(true);
