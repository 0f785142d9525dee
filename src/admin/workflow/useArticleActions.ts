import { useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import type { ActionName } from '../../domain/workflow/ActionName';
import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import { sendAction, type ActionAnswer } from './sendAction';

/** Somewhere on the page something of this article was saved: what is shown of it is read anew. */
export const ARTICLE_SAVED = 'standfirst:article-saved';

/** What can be done with an article now, read anew whenever `version` changes or a part is saved. */
export function useArticleActions(articleId: string | undefined, version: unknown) {
  const { config } = useConfig();
  const [overview, setOverview] = useState<ActionOverview | null>(null);
  const address = `${config.routes.api}/articles/${articleId ?? ''}`;

  const load = useCallback(async (): Promise<ActionOverview | null> => {
    if (!articleId) return null;
    const response = await fetch(`${address}/actions`, { credentials: 'include' }).catch(
      () => null,
    );
    if (!response?.ok) return null;
    const fresh = (await response.json()) as ActionOverview;
    setOverview(fresh);
    return fresh;
  }, [address, articleId]);

  useEffect(() => {
    const reload = () => void load();
    reload();
    window.addEventListener(ARTICLE_SAVED, reload);
    return () => window.removeEventListener(ARTICLE_SAVED, reload);
  }, [load, version]);

  const run = (action: ActionName, body: object): Promise<ActionAnswer> =>
    sendAction({ api: config.routes.api, articleId: articleId ?? '', action, body });

  return { overview, load, run };
}
