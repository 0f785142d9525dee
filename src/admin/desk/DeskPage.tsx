import { Gutter } from '@payloadcms/ui';
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent';
import type { AdminViewServerProps } from 'payload';

import { DeskSections } from './DeskSections';
import { DeskTabs } from './DeskTabs';

import './desk.css';

/** What the panel opens with: not the collections, but what needs doing now. */
export function DeskPage({ i18n, payload, permissions, user, ...props }: AdminViewServerProps) {
  const { beforeDashboard } = payload.config.admin.components;
  return (
    <Gutter className="newsdesk">
      <DeskTabs current="desk" />
      {beforeDashboard &&
        RenderServerComponent({
          Component: beforeDashboard,
          importMap: payload.importMap,
          serverProps: { i18n, payload, permissions, user, ...props },
        })}
      <DeskSections />
    </Gutter>
  );
}
