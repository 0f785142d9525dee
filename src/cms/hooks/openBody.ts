import type { FieldHook, TypeWithID } from 'payload';

import { readableBody } from '../../domain/richText/readableBody';

/** A body that was stored before bodies had a schema is read as one that can be opened and saved. */
export const openBody: FieldHook<TypeWithID, unknown> = ({ value }) =>
  value === null || value === undefined ? value : readableBody(value);
