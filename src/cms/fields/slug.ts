import type { TextField } from 'payload';

/** The last part of a public address; the hooks fill it from `source` when it is left empty. */
export function slug({ source }: { source: string }): TextField {
  return {
    name: 'slug',
    type: 'text',
    index: true,
    admin: {
      position: 'sidebar',
      description: `The last part of the public address. Left empty, it is made from the ${source}.`,
    },
  };
}
