import type { CollectionConfig } from 'payload';

import { USER_ROLES, type UserRole } from '../src/domain/rights/Role';
import { may } from '../src/domain/rights/rights';
import { adminField, admins, nobodyField, selfOrAdmin } from '../src/cms/access/who';
import { firstUserIsAdmin } from '../src/cms/hooks/firstUserIsAdmin';
import { keepOneAdmin } from '../src/cms/hooks/keepOneAdmin';

const ROLE_LABELS: Record<UserRole, string> = {
  writer: 'Writer: own articles, submits them',
  'fact-checker': 'Fact-checker: verifies quotations',
  editor: 'Editor: every article, approves',
  publisher: 'Publisher: publishes and schedules',
  admin: 'Admin: everything, users included',
  preview: 'API key: reads drafts for previews',
  worker: 'API key: runs scheduled publication',
};

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  auth: {
    // Five tries, then a pause: enough to stop guessing, short enough for someone on deadline.
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 12 * 60 * 60,
    useAPIKey: true,
    cookies: { sameSite: 'Lax' },
  },
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles'],
    listSearchableFields: ['name', 'email'],
    description: 'People of the newsroom, and API keys for frontends.',
  },
  access: {
    admin: ({ req }) => may(req.user, 'useNewsroom'),
    create: admins,
    read: selfOrAdmin,
    update: selfOrAdmin,
    delete: admins,
    unlock: admins,
  },
  hooks: {
    beforeChange: [firstUserIsAdmin, keepOneAdmin.onChange],
    beforeDelete: [keepOneAdmin.onDelete],
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      defaultValue: ['writer'],
      options: USER_ROLES.map((value) => ({ label: ROLE_LABELS[value], value })),
      access: { create: adminField, update: adminField },
      admin: {
        description: 'Editor includes writer, publisher includes editor, admin includes all.',
      },
    },
    {
      name: 'deskTopics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      label: 'Desk',
      access: { create: adminField, update: adminField },
      admin: {
        description: 'Acts on articles of these topics only. Empty: on every article.',
      },
    },
    {
      name: 'language',
      type: 'select',
      options: [
        { label: 'English', value: 'en' },
        { label: 'German', value: 'de' },
      ],
      admin: {
        description:
          'Of their e-mails, and of their panel once they sign in. It follows what they choose in their account.',
        // In one's own account the panel's own choice of a language stands there.
        condition: (data, _, { user }) => data.id !== user?.id,
      },
    },
    {
      name: 'calendarLink',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/calendar/CalendarFeed#CalendarFeed' },
        disableListColumn: true,
      },
    },
    // A new one ends the calendar links that were made before.
    {
      name: 'calendarKey',
      type: 'text',
      access: { create: nobodyField, read: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
  ],
};
