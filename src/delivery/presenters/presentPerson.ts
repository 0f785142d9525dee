import type { EditionPerson } from '../../domain/edition/EditionContent';
import { publicFields } from '../../domain/edition/publicFields';
import type { PersonResponse } from '../schemas/contentSchemas';

export function presentPerson(person: EditionPerson): PersonResponse {
  return { id: person.id, ...publicFields('person', 'lists', person), role: person.role };
}
