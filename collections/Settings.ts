import type { GlobalConfig } from 'payload';

import { admins, staff } from '../src/cms/access/who';
import { quoteRules } from '../src/cms/fields/quoteRules';
import { timeZone } from '../src/cms/fields/timeZone';
import { auditSettings } from '../src/cms/hooks/auditSettings';
import { refuseUnreadable } from '../src/cms/hooks/refuseUnreadable';
import type { VouchingShown } from '../src/domain/quotations/vouching';
import { DEFAULT_SETTINGS } from '../src/domain/workflow/settingsInForce';

const SHOWN: { label: string; value: VouchingShown }[] = [
  { label: 'Nothing', value: 'off' },
  { label: 'How we know the words', value: 'way' },
  { label: 'How we know them, and who vouches', value: 'name' },
];

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
    {
      name: 'vouchingShown',
      type: 'select',
      label: 'What readers see of who vouches',
      defaultValue: DEFAULT_SETTINGS.vouchingShown,
      options: SHOWN,
      admin: {
        isClearable: false,
        description:
          'Beside a quotation that somebody of the newsroom vouches for, on the site, in /v1 and in what search engines read.',
      },
    },
  ],
};
