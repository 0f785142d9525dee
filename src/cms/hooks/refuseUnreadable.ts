import type { CollectionBeforeOperationHook, FlattenedField, PayloadRequest } from 'payload';

import { Refusal } from '../../actions/Refusal';
import { queryFault, type Query } from '../../domain/query/queryFault';
import { queryPaths } from '../../domain/query/queryPaths';
import { hiddenPath } from '../access/hiddenPath';
import { seesDrafts } from '../access/who';

interface Asked extends Query {
  data?: unknown;
  trash?: unknown;
  /** Set where Payload itself looks up what a document refers to, for the same request. */
  currentDepth?: number;
}

/**
 * Refuses what a client sent in a shape that nothing here could read, before anything reads it: an
 * operator that does not exist, a list where a text belongs, or a query without bound; and of readers
 * what would tell them of documents that they cannot read. What our own code asks for is not looked
 * at.
 */
export const refuseUnreadable: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  const asked = args as Asked;
  if (req.payloadAPI === 'local' || overrideAccess || asked.currentDepth !== undefined) return args;
  const fault = queryFault(asked, { isPublic: !req.user });
  if (fault) throw unreadable('QUERY_INVALID', `The query is not understood. ${fault}.`);
  if (!seesDrafts(req.user)) {
    await refuseHidden({ collection: collection.slug, asked, req });
    if (operation === 'read') return { ...args, trash: false };
  }
  if (operation !== 'create' && operation !== 'update') return args;
  if (!isPlain(asked.data)) throw unreadable('BODY_INVALID', 'Send the fields as a JSON object.');
  const faulty = misshapen(collection.flattenedFields, asked.data);
  if (faulty) {
    throw unreadable('BODY_INVALID', `“${faulty.name}” cannot be read: it is ${faulty.wanted}.`);
  }
  return args;
};

/** @throws Refusal QUERY_INVALID for a path, also one of a join, that may lead to what is hidden. */
async function refuseHidden({
  collection,
  asked,
  req,
}: {
  collection: string;
  asked: Query;
  req: PayloadRequest;
}): Promise<void> {
  for (const { in: place, path } of queryPaths(asked)) {
    const reason = await hiddenPath({ collection, path, req });
    if (!reason) continue;
    throw unreadable(
      'QUERY_INVALID',
      `The query is not understood. ${place}: readers cannot use “${path}”: ${reason}.`,
    );
  }
  if (!isPlain(asked.joins)) return;
  const { flattenedFields } =
    req.payload.collections[collection as keyof typeof req.payload.collections].config;
  for (const [name, join] of Object.entries(asked.joins)) {
    const field = flattenedFields.find((each) => each.name === name);
    if (!isPlain(join) || field?.type !== 'join' || typeof field.collection !== 'string') continue;
    await refuseHidden({ collection: field.collection, asked: join, req });
  }
}

function unreadable(code: string, message: string): Refusal {
  return new Refusal({ code, status: 400, message });
}

/** The first field whose value has a shape that no value of its kind has. */
function misshapen(
  fields: readonly FlattenedField[],
  data: Record<string, unknown>,
): { name: string; wanted: string } | null {
  for (const field of fields) {
    const value = data[field.name];
    if (value === undefined || value === null || value === '') continue;
    const { name } = field;
    switch (field.type) {
      case 'text':
      case 'textarea':
      case 'email':
      case 'code':
      case 'date':
      case 'select':
      case 'radio':
      case 'number':
      case 'checkbox': {
        const isMany = 'hasMany' in field && field.hasMany === true;
        if (isMany && Array.isArray(value) && !value.some(isObject)) continue;
        if (isObject(value)) return { name, wanted: isMany ? 'a list of values' : 'one value' };
        if (isText(field) && typeof value !== 'string') return { name, wanted: 'a text' };
        break;
      }
      case 'relationship':
      case 'upload': {
        const all = field.hasMany ? value : [value];
        if (!Array.isArray(all) || !all.every(isReference)) {
          return { name, wanted: field.hasMany ? 'a list of ids' : 'an id' };
        }
        break;
      }
      case 'group':
      case 'tab': {
        if (!isPlain(value)) return { name, wanted: 'an object' };
        const inner = misshapen(field.flattenedFields, value);
        if (inner) return { ...inner, name: `${name}.${inner.name}` };
        break;
      }
      case 'array': {
        // The admin sends the number of rows where there are none to send.
        if (typeof value === 'number') continue;
        if (!Array.isArray(value)) return { name, wanted: 'a list' };
        for (const row of value as unknown[]) {
          const inner = isPlain(row)
            ? misshapen(field.flattenedFields, row)
            : { name: '', wanted: '' };
          if (inner) return { name, wanted: 'a list of objects' };
        }
        break;
      }
      case 'richText':
        if (!isPlain(value) || !isPlain(value.root)) {
          return { name, wanted: 'an editor state with a root' };
        }
        break;
      default:
    }
  }
  return null;
}

function isText({ type }: FlattenedField): boolean {
  return type === 'text' || type === 'textarea' || type === 'email' || type === 'code';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

/** An id, or (as the admin and earlier answers have it) a document or a reference with its id. */
function isReference(value: unknown): boolean {
  if (isPlain(value))
    return ['id', 'value'].some((key) => key in value && !Array.isArray(value[key]));
  return typeof value === 'string' || typeof value === 'number';
}
