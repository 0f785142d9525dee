import type { GlobalConfig } from 'payload';

import { admins, staff } from '../src/cms/access/who';
import { quoteRules } from '../src/cms/fields/quoteRules';
import { timeZone } from '../src/cms/fields/timeZone';
import { auditSettings } from '../src/cms/hooks/auditSettings';
import { refuseUnreadable } from '../src/cms/hooks/refuseUnreadable';
import { DEFAULT_SETTINGS } from '../src/domain/workflow/settingsInForce';

/** A global rather than a collection: there is one newsroom. */
export const Settings: GlobalConfig = {
  slug: 'settings',
  label: 'Settings',
  access: { read: staff, update: admins },
  admin: { group: 'Settings', description: 'How this newsroom works.' },
  hooks: { beforeOperation: [refuseUnreadable.ofGlobal], afterChange: [auditSettings] },
  fields: [
    {
      name: 'fourEyes',
      type: 'checkbox',
      label: 'Four eyes',
      defaultValue: DEFAULT_SETTINGS.fourEyes,
      admin: {
        description:
          'Whoever wrote at an article since its last edition cannot approve it. Off only for newsrooms too small for two; articles then say so.',
      },
    },
    {
      name: 'lateLimitMinutes',
      type: 'number',
      label: 'Late limit in minutes',
      defaultValue: DEFAULT_SETTINGS.lateLimitMinutes,
      min: 1,
      max: 10_080,
      admin: {
        description:
          'A scheduled publication that could not go out in time goes out by itself up to this late. Later than that it is blocked and a publisher decides.',
      },
    },
    {
      name: 'timeZone',
      type: 'text',
      label: 'Time zone',
      defaultValue: DEFAULT_SETTINGS.timeZone,
      validate: timeZone,
      admin: {
        description:
          'The clock that the calendar shows, by its name in the IANA database: Europe/Amsterdam, America/New_York. Each reader sees their own time beside it.',
      },
    },
    quoteRules,
  ],
};
