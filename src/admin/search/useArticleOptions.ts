'use client';

import { useConfig } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';

import { actionRow } from '../../domain/workflow/actionTable';
import { useWords } from '../words/useWords';
import { useArticleActions } from '../workflow/useArticleActions';
import type { SearchOption } from './SearchOption';

/** What can be done with the article that is open, if one is. */
export function useArticleOptions(): SearchOption[] {
  const { config } = useConfig();
  const { say } = useWords();
  const path = usePathname().slice(config.routes.admin.length);
  const articleId = /^\/collections\/articles\/([0-9a-f]{24})(?:\/details)?$/.exec(path)?.[1];
  const { overview } = useArticleActions(articleId, path);
  return (overview?.actions ?? []).flatMap(({ action, isAllowed }): SearchOption[] =>
    isAllowed && !actionRow(action).panel?.isInHistory
      ? [
          {
            id: `action-${action}`,
            group: 'actions',
            title: say(`action:${action}`),
            detail: say(`will:${action}`),
            goes: { action },
          },
        ]
      : [],
  );
}
