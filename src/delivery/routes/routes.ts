import { aboutRoutes } from './aboutRoutes';
import { articleRoutes } from './articleRoutes';
import { changeRoutes } from './changeRoutes';
import { feedRoutes } from './feedRoutes';
import { listRoutes } from './listRoutes';
import { previewRoutes } from './previewRoutes';
import { recordRoutes } from './recordRoutes';
import type { Route } from './Route';

/** Every address under `/v1`; the documentation and the client are made from this list too. */
export const ROUTES: readonly Route[] = [
  ...articleRoutes,
  ...listRoutes,
  ...recordRoutes,
  ...changeRoutes,
  ...feedRoutes,
  ...previewRoutes,
  ...aboutRoutes(() => ROUTES),
];
