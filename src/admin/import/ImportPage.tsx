import type { AdminViewServerProps } from 'payload';

import { PanelPage } from '../page/PanelPage';
import { ImportView } from './ImportView';

export function ImportPage(props: AdminViewServerProps) {
  return (
    <PanelPage {...props} path="/import">
      <ImportView />
    </PanelPage>
  );
}
