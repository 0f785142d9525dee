import type { PayloadRequest } from 'payload';

import { joinContributors, type Contributor } from '../../domain/workflow/contributors';
import { newestVersion } from '../load/newestVersion';
import { writeFields } from './writeFields';

/** Keeps with an article that somebody contributed to it: one write a person and edition. */
export async function recordContributor(
  articleId: string,
  contributor: Contributor,
  req: PayloadRequest,
): Promise<void> {
  const article = await newestVersion({ collection: 'articles', id: articleId, req });
  const known = joinContributors(article?.workflow?.contributors);
  if (!article || known.some(({ user }) => user === contributor.user)) return;
  const workflow = { ...article.workflow, contributors: [...known, contributor] };
  await writeFields({ collection: 'articles', id: articleId, newest: { workflow }, req });
}
