import { askApi } from '../../page/askApi';

export interface TakenSection {
  id: string;
  label?: string | null;
  revision?: number | null;
}

/** More than a screen of them is found in the list of sections. */
const SHOWN = 30;

/** The sections of an article that its story does not have, the last saved first; null offline. */
export async function readTakenOut(
  api: string,
  articleId: string,
  /** The ids of those that it has. */
  inStory: readonly string[],
): Promise<TakenSection[] | null> {
  const query = new URLSearchParams({
    'where[article][equals]': articleId,
    ...(inStory.length > 0 ? { 'where[id][not_in]': inStory.join(',') } : {}),
    'select[label]': 'true',
    'select[revision]': 'true',
    draft: 'true',
    depth: '0',
    limit: String(SHOWN),
    sort: '-updatedAt',
  });
  const answer = await askApi<{ docs: TakenSection[] }>(`${api}/sections?${query.toString()}`);
  return answer.ok ? answer.body.docs : null;
}
