import type { EditionPerson } from '../../domain/edition/EditionContent';
import type { PersonResponse } from '../schemas/contentSchemas';

export function presentPerson({ id, name, slug, role, wikidataId }: EditionPerson): PersonResponse {
  return { id, name, slug, role, wikidataId };
}
