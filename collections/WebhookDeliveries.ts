import type { CollectionConfig, CollectionSlug } from 'payload';

import { admins, nobody } from '../src/cms/access/who';
import { webhookReplay } from '../src/cms/endpoints/webhookReplay';

/** One row for each event and webhook: the log of what was sent, and what could not be. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { singular: 'Webhook delivery', plural: 'Webhook deliveries' },
  defaultSort: '-sequence',
  disableDuplicate: true,
  indexes: [{ fields: ['webhook', 'sequence'], unique: true }],
  admin: {
    group: 'Records',
    useAsTitle: 'state',
    defaultColumns: ['sequence', 'webhook', 'state', 'attempts', 'lastStatus', 'lastError'],
    description: 'What each webhook was told. Those given up on are “dead” and can be sent again.',
  },
  access: { create: nobody, read: admins, update: nobody, delete: nobody },
  endpoints: webhookReplay,
  fields: [
    {
      name: 'webhook',
      type: 'relationship',
      relationTo: 'webhooks' as CollectionSlug,
      index: true,
    },
    { name: 'sequence', type: 'number', index: true },
    { name: 'type', type: 'text' },
    { name: 'article', type: 'relationship', relationTo: 'articles' },
    // The id of what was released, where it is not about an article.
    { name: 'record', type: 'text' },
    { name: 'state', type: 'text', index: true },
    { name: 'attempts', type: 'number' },
    { name: 'nextAttemptAt', type: 'date', index: true },
    { name: 'leasedUntil', type: 'date', admin: { hidden: true } },
    { name: 'lastStatus', type: 'number' },
    { name: 'lastError', type: 'text' },
    { name: 'deliveredAt', type: 'date' },
  ],
};
