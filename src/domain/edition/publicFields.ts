import type { PartContent } from './EditionContent';
import type { editionFields } from './editionFields';
import { fieldsOf, type EditionPart } from './editionFields';

/** `lists`: shown in lists and in whole articles; `whole`: in whole articles only. */
export type PublicLevel = 'lists' | 'whole';

/** The fields of a part that readers get as they are, by where they get them. */
export type PublicKeys<P extends EditionPart, L extends PublicLevel> = {
  [K in keyof (typeof editionFields)[P]]: (typeof editionFields)[P][K] extends { readers: L }
    ? K
    : never;
}[keyof (typeof editionFields)[P]] &
  keyof PartContent<P>;

/** Their names, in the order of the table. */
export function publicNames<P extends EditionPart, L extends PublicLevel>(
  part: P,
  level: L,
): PublicKeys<P, L>[] {
  return Object.entries(fieldsOf(part)).flatMap(([name, { readers }]) =>
    readers === level ? [name as PublicKeys<P, L>] : [],
  );
}

/** Their values, of a part of an edition. */
export function publicFields<P extends EditionPart, L extends PublicLevel>(
  part: P,
  level: L,
  content: PartContent<P>,
): Pick<PartContent<P>, PublicKeys<P, L>> {
  return Object.fromEntries(publicNames(part, level).map((name) => [name, content[name]])) as Pick<
    PartContent<P>,
    PublicKeys<P, L>
  >;
}
