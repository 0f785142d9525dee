import type { FoundKind } from '../../domain/search/Found';
import type { ActionName } from '../../domain/workflow/actionTable';

/** Something that quick search offers: a page to open, or an action on the article at hand. */
export interface SearchOption {
  id: string;
  group: FoundKind | 'recent' | 'actions' | 'pages';
  title: string;
  detail: string | null;
  goes: { to: string } | { action: ActionName };
}
