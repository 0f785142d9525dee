'use client';

import { getTranslation } from '@payloadcms/translations';
import { useAuth, useConfig, useEntityVisibility, useTranslation } from '@payloadcms/ui';

import { useWords } from '../words/useWords';
import type { SearchOption } from './SearchOption';

/** The panel's own pages that this person may open, and what they may begin. */
export function usePages(): SearchOption[] {
  const { config } = useConfig();
  const { i18n } = useTranslation();
  const { say } = useWords();
  const { permissions } = useAuth();
  const { isEntityVisible } = useEntityVisibility();
  const { admin } = config.routes;
  const page = (path: string, title: string): SearchOption => ({
    id: `page-${path.replaceAll('/', '-') || 'desk'}`,
    group: 'pages',
    title,
    detail: null,
    goes: { to: `${admin}${path}` },
  });
  const shown = config.collections.filter(
    ({ slug }) =>
      isEntityVisible({ collectionSlug: slug }) && permissions?.collections?.[slug]?.read,
  );
  return [
    ...(permissions?.collections?.articles?.create
      ? [page('/collections/articles/create', say('search:newArticle'))]
      : []),
    page('', say('desk:title')),
    page('/board', say('board:title')),
    page('/import', say('search:import')),
    page('/collections/quotes/desk', say('search:verification')),
    page('/collections/quotes/voices', say('search:voices')),
    ...shown.map(({ slug, labels }) =>
      page(`/collections/${slug}`, getTranslation(labels.plural, i18n)),
    ),
    ...shown
      .filter(({ slug }) => slug !== 'articles' && permissions?.collections?.[slug]?.create)
      .map(({ slug, labels }) =>
        page(
          `/collections/${slug}/create`,
          say('search:newIn', { name: getTranslation(labels.singular, i18n) }),
        ),
      ),
    ...config.globals
      .filter(({ slug }) => isEntityVisible({ globalSlug: slug }))
      .map(({ slug, label }) => page(`/globals/${slug}`, getTranslation(label, i18n))),
    page('/account', say('search:account')),
    page('/logout', say('search:logOut')),
  ];
}
