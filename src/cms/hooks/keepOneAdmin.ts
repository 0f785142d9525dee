import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload';

import { Refusal } from '../../actions/Refusal';

async function refuseIfLastAdmin(id: string, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: ['admin'] } },
    depth: 0,
    limit: 2,
    pagination: false,
    overrideAccess: true,
    req,
  });
  if (docs.length === 1 && docs[0]?.id === id) {
    throw new Refusal({
      code: 'LAST_ADMIN',
      status: 409,
      message: 'This is the only admin. Make somebody else an admin first.',
    });
  }
}

const onChange: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const original = originalDoc as { id?: string } | undefined;
  const roles = data.roles as string[] | undefined;
  if (original?.id && roles && !roles.includes('admin')) await refuseIfLastAdmin(original.id, req);
  return data;
};

const onDelete: CollectionBeforeDeleteHook = ({ id, req }) => refuseIfLastAdmin(String(id), req);

/** A newsroom without an admin could never make another one. */
export const keepOneAdmin = { onChange, onDelete };
