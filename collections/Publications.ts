import type { CollectionConfig } from 'payload';

import { nobodyField } from '../src/cms/access/who';
import { calendarFeed } from '../src/cms/endpoints/calendarFeed';
import { publicationEndpoints } from '../src/cms/endpoints/publicationEndpoints';
import { record } from '../src/cms/fields/record';
import { readSpoken } from '../src/cms/words/spoken';
import { ORDER_STATES, type OrderState } from '../src/domain/schedule/orderStates';

/** A sentence of ours. */
const told = { hooks: { afterRead: [readSpoken] } };
const STATE_LABELS: Record<OrderState, string> = {
  pending: 'Pending',
  claimed: 'Going out',
  fired: 'Fired',
  cancelled: 'Cancelled',
  blocked: 'Blocked',
};
const internal = { access: { read: nobodyField }, admin: { hidden: true } };

/** The orders. Their address keeps the name that links, calendars and programs know. */
export const Publications: CollectionConfig = {
  ...record,
  slug: 'publications',
  labels: { singular: 'Order', plural: 'Orders' },
  defaultSort: '-at',
  indexes: [
    { fields: ['state', 'at'] },
    { fields: ['state', 'wakeAt'] },
    { fields: ['article', 'state'] },
  ],
  admin: {
    group: 'Records',
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'at', 'state', 'firedAt', 'latenessMs', 'blockedReason'],
    description:
      'Orders to publish or withdraw one edition at a time. Schedule, reschedule and unschedule write them; the clock carries them out.',
  },
  endpoints: [...publicationEndpoints, ...calendarFeed],
  fields: [
    { name: 'title', type: 'text', ...told },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true },
    {
      name: 'kind',
      type: 'select',
      options: [
        { label: 'Publish', value: 'publish' },
        { label: 'Withdraw', value: 'withdraw' },
      ],
    },
    { name: 'edition', type: 'relationship', relationTo: 'editions' },
    { name: 'editionNumber', type: 'number' },
    { name: 'wallTime', type: 'text' },
    { name: 'zone', type: 'text' },
    { name: 'at', type: 'date', index: true },
    {
      name: 'state',
      type: 'select',
      options: ORDER_STATES.map((value) => ({ label: STATE_LABELS[value], value })),
    },
    {
      name: 'change',
      type: 'group',
      fields: [
        { name: 'kind', type: 'text' },
        { name: 'note', type: 'textarea' },
      ],
    },
    { name: 'reason', type: 'textarea' },
    { name: 'notice', type: 'textarea' },
    { name: 'group', type: 'text', index: true },
    { name: 'attempts', type: 'number' },
    { name: 'firedAt', type: 'date', index: true },
    { name: 'latenessMs', type: 'number' },
    { name: 'blockedAt', type: 'date' },
    { name: 'blockedCode', type: 'text' },
    { name: 'blockedReason', type: 'textarea', ...told },
    { name: 'closedReason', type: 'textarea', ...told },
    { name: 'createdBy', type: 'relationship', relationTo: 'users' },
    { name: 'createdAt', type: 'date', index: true },
    // Not required, so that the unique index is sparse: closed orders have no key.
    { name: 'openKey', type: 'text', unique: true, ...internal },
    { name: 'wakeAt', type: 'date', ...internal },
    {
      name: 'lease',
      type: 'group',
      ...internal,
      fields: [
        { name: 'owner', type: 'text' },
        { name: 'until', type: 'date' },
        { name: 'token', type: 'number' },
        { name: 'session', type: 'json' },
      ],
    },
  ],
};
