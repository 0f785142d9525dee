import type { EditionContent } from '../../domain/edition/EditionContent';
import type { Connection } from '../Connection';
import { withVerdictsNow } from './verdictsNow';
import { withRightsOfToday } from './withRightsOfToday';

/**
 * The contents of editions with what is not up to an edition as it stands today: the verdicts on its
 * quotations, and the rights in its pictures.
 */
export async function asOfToday(
  connection: Connection,
  contents: readonly EditionContent[],
): Promise<EditionContent[]> {
  return withRightsOfToday(connection, await withVerdictsNow(connection, contents));
}
