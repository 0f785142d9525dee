import type { CollectionConfig } from 'payload';

import {
  editors,
  nobodyField,
  publishedOrStaff,
  staff,
  staffField,
  writers,
} from '../src/cms/access/who';
import { verificationDesk } from '../src/cms/endpoints/verificationDesk';
import { voiceReport } from '../src/cms/endpoints/voiceReport';
import { GENERATED, type VouchingWay } from '../src/domain/quotations/vouching';
import { language } from '../src/cms/fields/language';
import { revision } from '../src/cms/fields/revision';
import { savedBy } from '../src/cms/fields/savedBy';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { webAddress } from '../src/cms/fields/webAddress';
import { checkRevision } from '../src/cms/hooks/checkRevision';
import { draftsOnly } from '../src/cms/hooks/draftsOnly';
import { endApproval } from '../src/cms/hooks/endApproval';
import { guardQuote } from '../src/cms/hooks/guardQuote';
import { keepOthersWords } from '../src/cms/hooks/keepOthersWords';
import { keyWords } from '../src/cms/hooks/keyWords';
import { bindVerdict } from '../src/cms/hooks/bindVerdict';
import { readersSeePublished } from '../src/cms/hooks/readersSeePublished';
import { recordContribution } from '../src/cms/hooks/recordContribution';
import { refuseDeletion } from '../src/cms/hooks/refuseDeletion';
import { keepSearchable } from '../src/cms/hooks/keepSearchable';
import { tellDispute } from '../src/cms/hooks/tellDispute';

const WAYS: { label: string; value: VouchingWay }[] = [
  { label: 'Own interview', value: 'own_interview' },
  { label: 'Present at the event', value: 'present' },
  { label: 'Recording', value: 'recording' },
  { label: 'Document or official transcript', value: 'document' },
  { label: 'Agency', value: 'agency' },
  { label: 'Another publication', value: 'publication' },
  { label: 'Translation', value: 'translation' },
];

/** Written by one step for all quotations from one source: see vouchForQuotes. */
const byVouching = { create: nobodyField, update: nobodyField };
const newsroomOnly = { access: { read: staffField } };

/** Written by the server alone, read by the newsroom. */
const ours = {
  access: { create: nobodyField, update: nobodyField, read: staffField },
  admin: { hidden: true },
} as const;

export const Quotes: CollectionConfig = {
  slug: 'quotes',
  trash: true,
  disableBulkEdit: true,
  labels: { singular: 'Quote', plural: 'Quotes' },
  admin: {
    group: 'Newsroom',
    useAsTitle: 'text',
    defaultColumns: ['text', 'speaker', 'kind', 'verification.status', 'updatedAt'],
    listSearchableFields: ['text', 'attribution', 'occasion.name'],
    description: 'Verbatim words, who said them, where, and how we know.',
    components: {
      edit: {
        PublishButton: '/src/admin/workflow/NoButton#NoButton',
        UnpublishButton: '/src/admin/workflow/NoButton#NoButton',
        Status: '/src/admin/workflow/NoButton#NoButton',
      },
      views: {
        desk: { Component: '/src/admin/quotes/VerificationDesk#VerificationDesk', path: '/desk' },
        voices: { Component: '/src/admin/quotes/ShareOfVoice#ShareOfVoice', path: '/voices' },
      },
    },
  },
  access: {
    create: writers,
    read: publishedOrStaff,
    readVersions: staff,
    update: staff,
    delete: editors,
  },
  versions: { drafts: { autosave: { interval: 1500 } }, maxPerDoc: 200 },
  endpoints: [verificationDesk, voiceReport],
  hooks: {
    beforeOperation: [readersSeePublished, draftsOnly, keepOthersWords, recordContribution.source],
    beforeChange: [
      refuseDeletion.toTrash,
      guardQuote,
      checkRevision,
      bindVerdict.quote,
      keyWords,
      recordContribution.quote,
    ],
    afterChange: [bindVerdict.told, tellDispute, endApproval.quote, keepSearchable.quote],
    beforeDelete: [refuseDeletion.forGood],
    afterDelete: [keepSearchable.remove],
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      required: true,
      label: 'Verbatim text',
      admin: { description: 'The exact words, without the quotation marks around them.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'speaker',
          type: 'relationship',
          relationTo: 'people',
          index: true,
          admin: { description: 'Who said it.' },
        },
        {
          name: 'speakerRole',
          type: 'text',
          label: 'Role on that day',
          admin: { description: 'For example “NATO Secretary General”.' },
        },
        {
          name: 'attribution',
          type: 'text',
          admin: { description: 'For unnamed or collective speakers: “a spokesman for the port”.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          defaultValue: 'direct',
          options: [
            { label: 'Direct: a whole sentence', value: 'direct' },
            { label: 'Partial: words inside our sentence', value: 'partial' },
            { label: 'Indirect: reported in our words', value: 'indirect' },
          ],
        },
        language({ description: 'The language that the words were spoken in.' }),
      ],
    },
    {
      name: 'occasion',
      type: 'group',
      admin: { description: 'Where and when it was said.' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text', label: 'Event or programme' },
            { name: 'date', type: 'date', index: true },
          ],
        },
        {
          type: 'row',
          fields: [
            { name: 'place', type: 'text' },
            {
              name: 'medium',
              type: 'select',
              options: [
                { label: 'Interview', value: 'interview' },
                { label: 'Speech', value: 'speech' },
                { label: 'Press conference', value: 'press_conference' },
                { label: 'Statement', value: 'statement' },
                { label: 'Broadcast', value: 'broadcast' },
                { label: 'Social media', value: 'social_media' },
                { label: 'Document', value: 'document' },
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'evidence',
      type: 'group',
      admin: { description: 'How anyone can check it.' },
      fields: [
        { name: 'url', type: 'text', label: 'URL', validate: webAddress },
        {
          name: 'file',
          type: 'upload',
          relationTo: 'evidence-files',
          label: 'Recording or transcript',
          access: { read: staffField },
        },
        {
          name: 'timecode',
          type: 'text',
          admin: { description: 'Where in the recording: 00:12:34.' },
          validate: (value: string | null | undefined) =>
            !value || /^(\d{1,2}:)?\d{1,2}:\d{2}([.,]\d{1,3})?$/.test(value)
              ? true
              : 'Write hours:minutes:seconds, for example 00:12:34.',
        },
        {
          name: 'passage',
          type: 'textarea',
          access: { read: staffField },
          admin: { description: 'The exact passage in the source, with the words around it.' },
        },
      ],
    },
    {
      name: 'verification',
      type: 'group',
      fields: [
        {
          name: 'status',
          type: 'select',
          defaultValue: 'unverified',
          index: true,
          options: [
            { label: 'Unverified', value: 'unverified' },
            { label: 'Verified', value: 'verified' },
            { label: 'Disputed', value: 'disputed' },
          ],
          // Nobody has looked at a copy.
          hooks: { beforeDuplicate: [() => 'unverified'] },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'by',
              type: 'relationship',
              relationTo: 'users',
              access: { read: staffField },
              admin: { readOnly: true },
            },
            { name: 'at', type: 'date', admin: { readOnly: true } },
          ],
        },
        {
          name: 'note',
          type: 'textarea',
          access: { read: staffField },
          hooks: { beforeDuplicate: [() => null] },
        },
        // What the verdict is about, part by part and in one hash: see boundContent.
        { name: 'bound', type: 'json', ...ours, hooks: { beforeDuplicate: [() => null] } },
        { name: 'hash', type: 'text', ...ours, hooks: { beforeDuplicate: [() => null] } },
        // Those of now, and earlier ones that readers may still have.
        {
          name: 'disputedWords',
          type: 'text',
          hasMany: true,
          index: true,
          ...ours,
          hooks: { beforeDuplicate: [() => []] },
        },
      ],
    },
    {
      name: 'vouching',
      type: 'group',
      access: byVouching,
      admin: {
        readOnly: true,
        description:
          'Who answers for the words besides a fact-checker. Vouch for them where they are used, under “Quotations” of the article.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'way',
              type: 'select',
              label: 'How we know',
              options: WAYS,
            },
            { name: 'source', type: 'text' },
            { name: 'url', type: 'text', label: 'URL' },
          ],
        },
        {
          type: 'row',
          fields: [
            { name: 'date', type: 'date' },
            { name: 'place', type: 'text' },
            { name: 'translatedBy', type: 'text', label: 'Translated by' },
            { name: 'translatedFrom', type: 'text', label: 'Translated from' },
          ],
        },
        {
          type: 'row',
          fields: [
            { name: 'by', type: 'relationship', relationTo: 'users', ...newsroomOnly },
            { name: 'byName', type: 'text', label: 'Vouched for by' },
            { name: 'at', type: 'date', ...newsroomOnly },
          ],
        },
        { name: 'note', type: 'textarea', ...newsroomOnly },
        { name: 'bound', type: 'json', ...ours },
        { name: 'hash', type: 'text', index: true, ...ours },
      ],
    },
    {
      name: 'origin',
      type: 'select',
      label: 'Origin of the words',
      access: { create: nobodyField, update: nobodyField, read: staffField },
      admin: { readOnly: true },
      options: [{ label: 'Came out of a generating tool', value: GENERATED }],
    },
    {
      name: 'usedIn',
      type: 'join',
      collection: 'sections',
      on: 'quotes',
      access: { read: staffField },
      admin: {
        description: 'The sections that carry this quotation.',
        defaultColumns: ['label', 'article'],
        allowCreate: false,
      },
    },
    {
      name: 'wordsKey',
      type: 'text',
      index: true,
      access: { create: nobodyField, update: nobodyField, read: staffField },
      admin: { hidden: true },
    },
    revision,
    savedBy,
    updatedAt,
  ],
};
