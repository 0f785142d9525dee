import { toast, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import type { ListedQuotation } from '../../domain/quotations/ListedQuotation';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { askApi } from './askApi';

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

/**
 * The quotations of `articles/ID` or `sections/ID`, read anew whenever `version` changes or a part of
 * an article is saved; null until the first answer.
 */
export function useQuotations(
  of: string | null,
  version: unknown,
): { quotations: ListedQuotation[] | null; decide: Decide } {
  const { config } = useConfig();
  const { api } = config.routes;
  const [quotations, setQuotations] = useState<ListedQuotation[] | null>(null);

  const load = useCallback(async () => {
    if (!of) return;
    const answer = await askApi<{ quotations: ListedQuotation[] }>(`${api}/${of}/quotations`);
    // Offline or signed out: what is shown stays.
    if (answer.ok) setQuotations(answer.body.quotations);
  }, [api, of]);

  useEffect(() => {
    const reload = () => void load();
    reload();
    window.addEventListener(ARTICLE_SAVED, reload);
    return () => window.removeEventListener(ARTICLE_SAVED, reload);
  }, [load, version]);

  const decide: Decide = async ({ section, key }, verb, body = {}) => {
    const answer = await askApi<{ section: DecidedSection }>(
      `${api}/sections/${section}/quotations/${key ?? ''}/${verb}`,
      { method: 'POST', body },
    );
    if (!answer.ok) {
      toast.error(answer.message);
      await load();
      return null;
    }
    window.dispatchEvent(new Event(ARTICLE_SAVED));
    return answer.body.section;
  };

  return { quotations, decide };
}
