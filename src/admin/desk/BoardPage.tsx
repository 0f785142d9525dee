import { DefaultTemplate } from '@payloadcms/next/templates';
import { Gutter } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';

import { BoardColumns } from './BoardColumns';
import { DeskTabs } from './DeskTabs';

import './desk.css';

/** Every article that is at work, by its stage. */
export function BoardPage({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult;
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      permissions={permissions}
      user={req.user ?? undefined}
      viewActions={req.payload.config.admin.components.actions ?? []}
      visibleEntities={visibleEntities}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
    >
      <Gutter className="newsdesk">
        <DeskTabs current="board" />
        <BoardColumns />
      </Gutter>
    </DefaultTemplate>
  );
}
