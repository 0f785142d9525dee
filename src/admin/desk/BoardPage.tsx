import { Gutter } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';

import { PanelPage } from '../page/PanelPage';
import { BoardColumns } from './BoardColumns';
import { DeskTabs } from './DeskTabs';

import './desk.css';

/** Every article that is at work, by its stage. */
export function BoardPage(props: AdminViewServerProps) {
  return (
    <PanelPage {...props} path="/board">
      <Gutter className="newsdesk">
        <DeskTabs current="board" />
        <BoardColumns />
      </Gutter>
    </PanelPage>
  );
}
