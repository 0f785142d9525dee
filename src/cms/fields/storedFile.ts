import type { Field, FieldHook } from 'payload';

import { addressOfFile, isFileName } from '../../domain/files/fileName';
import { nobodyField, staffField } from '../access/who';

const unseen = { hidden: true, readOnly: true, disableBulkEdit: true } as const;
const byUploads = { create: nobodyField, update: nobodyField };

/** Payload would say its own address of a file by the name that it gave it. */
const addressOf = (file: string | null | undefined) =>
  file && isFileName(file) ? addressOfFile(file) : null;

const ownAddress: FieldHook = ({ data, originalDoc, value }) => {
  const { storedAs } = { ...(originalDoc as object), ...data } as { storedAs?: string | null };
  return addressOf(storedAs) ?? (value as unknown);
};

const sizeAddress: FieldHook = ({ siblingData, value }) =>
  addressOf((siblingData as { filename?: string | null }).filename) ?? (value as unknown);

const address = (hook: FieldHook): Field => ({
  name: 'url',
  type: 'text',
  admin: unseen,
  hooks: { afterRead: [hook], beforeChange: [hook] },
});

/** The stored file that a record has now, by its name in the store. */
export const storedFile: Field[] = [
  { name: 'storedAs', type: 'text', index: true, admin: unseen, access: byUploads },
  address(ownAddress),
  // What the newsroom calls it, which readers are not told.
  // The index of three fields begins with it; one of its own would meet an older, unique one.
  { name: 'filename', type: 'text', index: false, admin: unseen },
];

/** Of a picture also what was uploaded, for the newsroom alone, and the part of it that is shown. */
export const storedPicture = (sizes: readonly { name: string }[]): Field[] => [
  ...storedFile,
  {
    name: 'original',
    type: 'group',
    access: { ...byUploads, read: staffField },
    admin: unseen,
    fields: [
      { name: 'storedAs', type: 'text', index: true },
      { name: 'mimeType', type: 'text' },
      { name: 'filesize', type: 'number' },
      { name: 'width', type: 'number' },
      { name: 'height', type: 'number' },
    ],
  },
  { name: 'crop', type: 'json', access: { ...byUploads, read: staffField }, admin: unseen },
  {
    name: 'sizes',
    type: 'group',
    admin: { hidden: true },
    fields: sizes.map(({ name }) => ({
      name,
      type: 'group',
      fields: [address(sizeAddress)],
    })),
  },
];
