import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  FlattenedField,
  GlobalBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload';
import { hasDraftsEnabled } from 'payload/shared';

import { newestVersion } from '../../actions/load/newestVersion';
import { Refusal } from '../../actions/Refusal';
import { MAX_PUBLIC_LIMIT, queryFault, type Query } from '../../domain/query/queryFault';
import { hasReaders, isReadersField } from '../../domain/edition/readersFields';
import { queryPaths } from '../../domain/query/queryPaths';
import { plainBody } from '../../domain/richText/readableBody';
import { hiddenPath } from '../access/hiddenPath';
import { seesDrafts } from '../access/who';
import { fieldFaults, type FieldFault } from '../fieldFaults';

const IS_ID = /^[0-9a-f]{24}$/i;

interface Asked extends Query {
  id?: number | string;
  data?: unknown;
  trash?: unknown;
  /** Set where Payload itself looks up what a document refers to, for the same request. */
  currentDepth?: number;
}

/**
 * Refuses what nothing here could read, before anything reads it: an operator that does not exist, a
 * query without bound, or a value that its field cannot have; and of readers what would tell them of
 * documents that they cannot read. Queries of our own code are not looked at; what is saved is,
 * whoever sends it: imports bring what others wrote.
 */
const ofCollection: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  const asked = boundedJoin(args as Asked, req);
  const isOurs = req.payloadAPI === 'local' || overrideAccess || asked.currentDepth !== undefined;
  if (!isOurs) {
    const fault = queryFault(asked, { isPublic: !req.user });
    if (fault) throw unreadable('QUERY_INVALID', `The query is not understood. ${fault}.`);
    if (!seesDrafts(req.user)) {
      await refuseHidden({ collection: collection.slug, asked, req });
      if (operation === 'read') return { ...args, ...asked, trash: false } as typeof args;
    }
  }
  if (operation === 'restoreVersion') await refuseOldFaults(collection, asked.id, req);
  if (operation !== 'create' && operation !== 'update') return args;
  if (/[\p{Cc}\p{Cf}]/u.test(req.file?.name ?? '')) {
    throw unreadable(
      'INPUT_INVALID',
      'The name of the file holds a character that nobody sees. Rename it and try again.',
    );
  }
  const fields = collection.flattenedFields;
  const plain = { ...asked, data: withPlainBodies(fields, asked.data) };
  const { slug } = collection;
  await refuseFaults(plain, {
    slug,
    fields,
    isDraft: hasDraftsEnabled(collection),
    operation,
    req,
  });
  return { ...args, data: plain.data } as typeof args;
};

/**
 * An old version is a save like others: it may be from before its values were refused. Its bodies are put
 * into a form that can be saved as they are read.
 */
async function refuseOldFaults(
  collection: SanitizedCollectionConfig,
  versionId: Asked['id'],
  req: PayloadRequest,
): Promise<void> {
  if (typeof versionId !== 'string' || !IS_ID.test(versionId)) return;
  const { slug } = collection;
  const fields = collection.flattenedFields.filter(({ type }) => type !== 'richText');
  const { docs } = await req.payload.db.findVersions<Record<string, unknown>>({
    collection: slug,
    where: { id: { equals: versionId } },
    limit: 1,
    pagination: false,
    req,
  });
  const [found] = docs;
  if (!found) return;
  await refuseFaults(
    { data: found.version, id: String(found.parent) },
    { slug, fields, isDraft: true, operation: 'update', req },
  );
}

/**
 * Over GraphQL Payload looks up a join with a query of its own, without a bound, in the name of whoever
 * asks: readers get a page of it, as they do of everything.
 */
function boundedJoin(asked: Asked, { payloadAPI, user }: PayloadRequest): Asked {
  if (payloadAPI !== 'GraphQL' || user || asked.pagination !== false) return asked;
  return { ...asked, pagination: true, limit: asked.limit || MAX_PUBLIC_LIMIT };
}

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
  for (const { in: place, path, values } of queryPaths(asked)) {
    const reason = await hiddenPath({ collection, path, req });
    if (!reason || (await asksForReadable({ collection, path, values, req }))) continue;
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

/**
 * Whether a filter asks for what points at documents that readers have: they have what points at them,
 * too. So Payload itself looks up a join.
 */
async function asksForReadable({
  collection,
  path,
  values,
  req,
}: {
  collection: string;
  path: string;
  values: unknown[] | undefined;
  req: PayloadRequest;
}): Promise<boolean> {
  if (!values || !hasReaders(collection) || !isReadersField(collection, path)) return false;
  const field = req.payload.collections[collection].config.flattenedFields.find(
    ({ name }) => name === path,
  );
  if (field?.type !== 'relationship' && field?.type !== 'upload') return false;
  if (typeof field.relationTo !== 'string') return false;
  const ids = [...new Set(values.map(String))];
  if (!ids.every((id) => IS_ID.test(id))) return false;
  const { docs } = await req.payload.find({
    collection: field.relationTo,
    where: { id: { in: ids } },
    depth: 0,
    limit: ids.length,
    overrideAccess: false,
    // As showReadableOnly asks: a read of its own.
    req,
  });
  return docs.length === ids.length;
}

const ofGlobal: GlobalBeforeOperationHook = async ({ args, operation, req, global }) => {
  if (operation !== 'update') return;
  await refuseFaults(args as Asked, {
    slug: global.slug,
    fields: global.flattenedFields,
    isDraft: false,
    operation,
    req,
  });
};

export const refuseUnreadable = { ofCollection, ofGlobal };

async function refuseFaults(
  { data, id }: Asked,
  save: {
    slug: string;
    fields: readonly FlattenedField[];
    isDraft: boolean;
    operation: 'create' | 'update';
    req: PayloadRequest;
  },
): Promise<void> {
  if (!isPlain(data)) {
    throw unreadable('INPUT_INVALID', 'Send the fields as a JSON object.');
  }
  const found = await fieldFaults({ ...save, data, ...(id === undefined ? {} : { id }) });
  const errors = await withoutOldHidden(found, { ...save, id });
  if (errors.length === 0) return;
  const message = errors.map((fault) => fault.message).join(' ');
  throw unreadable('INPUT_INVALID', message, {
    errors: errors.map(({ path, message: told }) => ({ path, message: told })),
  });
}

/**
 * A text that stands with its hidden character since before such were refused, or that is copied with
 * its section, stays: the article says so before it is submitted, and nobody is kept from saving the
 * rest.
 */
async function withoutOldHidden(
  faults: readonly FieldFault[],
  { slug, id, req }: { slug: string; id: number | string | undefined; req: PayloadRequest },
): Promise<FieldFault[]> {
  const others = faults.filter((fault) => !('hidden' in fault));
  if (others.length === faults.length || req.context.isCopyingSections) return others;
  const isKnown = typeof id === 'string' && IS_ID.test(id);
  const stored = isKnown
    ? await newestVersion({ collection: slug as CollectionSlug, id, req })
    : null;
  return faults.filter(({ path, ...fault }) => {
    if (!('hidden' in fault)) return true;
    const before = path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], stored);
    return JSON.stringify(before) !== JSON.stringify(fault.hidden);
  });
}

/** Bodies without what only one editor has: see plainBody. */
function withPlainBodies(fields: readonly FlattenedField[], data: unknown): unknown {
  if (!isPlain(data)) return data;
  const bodies = fields.filter(({ type, name }) => type === 'richText' && isPlain(data[name]));
  return {
    ...data,
    ...Object.fromEntries(bodies.map(({ name }) => [name, plainBody(data[name])])),
  };
}

function unreadable(code: string, message: string, details = {}): Refusal {
  return new Refusal({ code, status: 400, message, details });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
