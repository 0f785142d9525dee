import type { LivePreviewConfig } from 'payload';

import { makePreviewToken } from './previewToken';

type UrlArgs = Parameters<
  Extract<NonNullable<LivePreviewConfig['url']>, (...args: never[]) => unknown>
>[0];

/** Where the preview pane finds the working copy of an article; none before its first save. */
export function previewUrl({ data, req }: Pick<UrlArgs, 'data' | 'req'>): string | null {
  const articleId = data.id as string | undefined;
  if (!articleId) return null;
  const token = makePreviewToken({ articleId, secret: req.payload.secret, now: Date.now() });
  return `/read/preview/${articleId}?token=${token}`;
}
