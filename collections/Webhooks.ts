import type { CollectionConfig } from 'payload';

import { adminField, admins, nobodyField } from '../src/cms/access/who';
import { webAddress } from '../src/cms/fields/webAddress';
import { makeWebhookSecret } from '../src/cms/hooks/makeWebhookSecret';

/** Who is told of what is published and withdrawn. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: { singular: 'Webhook', plural: 'Webhooks' },
  admin: {
    group: 'Settings',
    useAsTitle: 'url',
    defaultColumns: ['url', 'isActive', 'updatedAt'],
    description: 'Addresses that are told of every publication and withdrawal, signed.',
  },
  access: { create: admins, read: admins, update: admins, delete: admins },
  hooks: { beforeChange: [makeWebhookSecret] },
  fields: [
    {
      name: 'url',
      type: 'text',
      label: 'URL',
      required: true,
      validate: webAddress,
      admin: { description: 'On the public internet; addresses inside a network are refused.' },
    },
    { name: 'isActive', type: 'checkbox', defaultValue: true },
    {
      name: 'secret',
      type: 'text',
      access: { read: adminField, create: nobodyField, update: nobodyField },
      admin: {
        readOnly: true,
        description: 'The receiver checks signatures with it (Standard Webhooks). Made on saving.',
      },
    },
    // Events up to this one have a delivery row; written by the sender.
    {
      name: 'queuedSequence',
      type: 'number',
      access: { create: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
  ],
};
