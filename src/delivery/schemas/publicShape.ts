import type { z } from 'zod';

import type { PartContent } from '../../domain/edition/EditionContent';
import { fieldsOf, type EditionPart } from '../../domain/edition/editionFields';
import { schemaOf } from '../../domain/edition/editionSchema';
import { publicNames, type PublicKeys, type PublicLevel } from '../../domain/edition/publicFields';

/** The schemas of the fields of a part that readers get as they are, for a zod object. */
export function publicShape<P extends EditionPart, L extends PublicLevel>(part: P, level: L) {
  const fields = fieldsOf(part);
  return Object.fromEntries(
    publicNames(part, level).flatMap((name) => {
      const field = fields[String(name)];
      return field ? [[name, schemaOf(field)] as const] : [];
    }),
  ) as { [K in PublicKeys<P, L>]: z.ZodType<PartContent<P>[K]> };
}
