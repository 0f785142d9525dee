import type { CollectionConfig } from 'payload';

import {
  editorField,
  editors,
  nobody,
  nobodyField,
  publishedOrStaff,
  staff,
  staffField,
  writers,
} from '../src/cms/access/who';
import { articleActions } from '../src/cms/endpoints/articleActions';
import { storyImport } from '../src/cms/endpoints/storyImport';
import { noteEndpoints } from '../src/cms/endpoints/noteEndpoints';
import { articleQuotations } from '../src/cms/endpoints/quotationLists';
import { quoteFindingEndpoints } from '../src/cms/endpoints/quoteFindingEndpoints';
import { vouchEndpoints } from '../src/cms/endpoints/vouchEndpoints';
import { storyEndpoints } from '../src/cms/endpoints/storyEndpoints';
import { change } from '../src/cms/fields/change';
import { corrections } from '../src/cms/fields/corrections';
import { language } from '../src/cms/fields/language';
import { quoteOverrides } from '../src/cms/fields/quoteOverrides';
import { revision } from '../src/cms/fields/revision';
import { savedBy } from '../src/cms/fields/savedBy';
import { slug } from '../src/cms/fields/slug';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { webAddress } from '../src/cms/fields/webAddress';
import { workflow } from '../src/cms/fields/workflow';
import { adoptSections } from '../src/cms/hooks/adoptSections';
import { bindSlug } from '../src/cms/hooks/bindSlug';
import { checkRevision } from '../src/cms/hooks/checkRevision';
import { claimSlug } from '../src/cms/hooks/claimSlug';
import { copySections } from '../src/cms/hooks/copySections';
import { draftsOnly } from '../src/cms/hooks/draftsOnly';
import { endApproval } from '../src/cms/hooks/endApproval';
import { guardSave } from '../src/cms/hooks/guardSave';
import { followText } from '../src/cms/hooks/followText';
import { keepOthersWords } from '../src/cms/hooks/keepOthersWords';
import { keepWorkflow } from '../src/cms/hooks/keepWorkflow';
import { readersSeePublished } from '../src/cms/hooks/readersSeePublished';
import { recordChecks } from '../src/cms/hooks/recordChecks';
import { recordContribution } from '../src/cms/hooks/recordContribution';
import { refuseDeletion } from '../src/cms/hooks/refuseDeletion';
import { removeBelongings } from '../src/cms/hooks/removeBelongings';
import { tellAssigned } from '../src/cms/hooks/tellAssigned';
import { previewUrl } from '../src/cms/preview/previewUrl';
import { keepSearchable } from '../src/cms/hooks/keepSearchable';
import { tabLabel } from '../src/cms/words/tabLabel';

const CHECKS = [
  { label: 'Not needed', value: 'not_needed' },
  { label: 'Required', value: 'required' },
  { label: 'Complete', value: 'complete' },
];

export const Articles: CollectionConfig = {
  slug: 'articles',
  trash: true,
  labels: { singular: 'Article', plural: 'Articles' },
  defaultSort: '-updatedAt',
  admin: {
    group: 'Newsroom',
    useAsTitle: 'headline',
    defaultColumns: [
      'headline',
      'workflow.stage',
      'workflow.publicationState',
      'kind',
      'topics',
      'updatedAt',
    ],
    listSearchableFields: ['headline', 'standfirst', 'slug', 'dateline'],
    description: 'One story each: headline, standfirst, sections, people and quotations.',
    livePreview: {
      url: previewUrl,
      breakpoints: [
        { name: 'phone', label: 'Phone', width: 390, height: 844 },
        { name: 'tablet', label: 'Tablet', width: 820, height: 1180 },
        { name: 'desktop', label: 'Desktop', width: 1280, height: 900 },
      ],
    },
    components: {
      edit: {
        PublishButton: '/src/admin/workflow/NoButton#NoButton',
        UnpublishButton: '/src/admin/workflow/NoButton#NoButton',
        Status: '/src/admin/workflow/NoButton#NoButton',
      },
      views: {
        edit: {
          default: {
            Component: '/src/admin/story/StoryView#StoryView',
            tab: { label: tabLabel('story'), href: '', order: 50 },
          },
          details: {
            Component: '/src/admin/story/DetailsView#DetailsView',
            path: '/details',
            tab: { label: tabLabel('details'), href: '/details', order: 60 },
          },
          quotations: {
            Component: '/src/admin/quotes/ArticleQuotations#ArticleQuotations',
            path: '/quotations',
            tab: { label: tabLabel('quotations'), href: '/quotations', order: 101 },
          },
          history: {
            Component: '/src/admin/history/HistoryView#HistoryView',
            path: '/history',
            tab: { label: tabLabel('history'), href: '/history', order: 100 },
          },
        },
      },
    },
  },
  access: {
    create: writers,
    read: publishedOrStaff,
    readVersions: staff,
    // Fact-checkers too: guardSave lets them complete the fact check and nothing else.
    update: staff,
    delete: editors,
    unlock: nobody,
  },
  versions: { drafts: { autosave: { interval: 1500 } }, maxPerDoc: 200 },
  hooks: {
    beforeOperation: [readersSeePublished, draftsOnly, keepOthersWords, recordContribution.source],
    beforeChange: [
      refuseDeletion.toTrash,
      guardSave.article,
      checkRevision,
      keepWorkflow,
      adoptSections.check,
      claimSlug,
      recordContribution.article,
    ],
    afterChange: [
      adoptSections.adopt,
      bindSlug,
      endApproval.article,
      followText.article,
      tellAssigned,
      recordChecks,
      keepSearchable.article,
    ],
    beforeDelete: [refuseDeletion.forGood],
    afterDelete: [removeBelongings, keepSearchable.remove],
  },
  endpoints: [
    storyImport,
    ...articleActions,
    ...storyEndpoints,
    ...noteEndpoints,
    articleQuotations,
    ...quoteFindingEndpoints,
    ...vouchEndpoints,
  ],
  fields: [
    {
      name: 'workflowBar',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/workflow/WorkflowBar#WorkflowBar' },
        disableListColumn: true,
      },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Headline and sections',
          fields: [
            {
              name: 'headline',
              type: 'text',
              required: true,
              maxLength: 300,
              index: true,
              admin: { description: 'What the story says, in one line.' },
            },
            {
              name: 'standfirst',
              type: 'textarea',
              maxLength: 1000,
              admin: {
                description:
                  'One or two sentences under the headline. Required before publication.',
              },
            },
            {
              name: 'sections',
              type: 'relationship',
              relationTo: 'sections',
              hasMany: true,
              hooks: { beforeDuplicate: [copySections] },
              admin: {
                description:
                  'The story in order. The first section is the lead and needs no heading.',
                components: { Field: '/src/admin/story/SectionList#SectionList' },
              },
            },
            change,
          ],
        },
        {
          label: 'Pictures',
          fields: [
            {
              name: 'leadImage',
              type: 'upload',
              relationTo: 'media',
              admin: { description: 'Shown above the story and in lists and shares.' },
            },
            {
              name: 'leadImageCaption',
              type: 'textarea',
              admin: { description: 'For this article only. Empty: the caption of the image.' },
            },
            {
              name: 'leadImageCredit',
              type: 'text',
              admin: { description: 'For this article only. Empty: the credit of the image.' },
            },
          ],
        },
        {
          label: 'Bylines and topics',
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'kind',
                  type: 'select',
                  required: true,
                  defaultValue: 'news',
                  index: true,
                  options: [
                    { label: 'News', value: 'news' },
                    { label: 'Analysis', value: 'analysis' },
                    { label: 'Opinion', value: 'opinion' },
                    { label: 'Interview', value: 'interview' },
                    { label: 'Explainer', value: 'explainer' },
                    { label: 'Live', value: 'live' },
                  ],
                  admin: { description: 'Tells readers what they are reading.' },
                },
                language({ description: 'The language that the story is written in.' }),
                {
                  name: 'dateline',
                  type: 'text',
                  admin: { description: 'Where it was reported from, for example “BRUSSELS”.' },
                },
              ],
            },
            {
              name: 'bylines',
              type: 'array',
              labels: { singular: 'Byline', plural: 'Bylines' },
              admin: {
                description: 'Who wrote it: a person of the newsroom’s People, or a guest’s name.',
                initCollapsed: true,
              },
              fields: [
                {
                  type: 'row',
                  fields: [
                    { name: 'person', type: 'relationship', relationTo: 'people', index: true },
                    {
                      name: 'name',
                      type: 'text',
                      label: 'Guest name',
                      admin: { description: 'Only where there is no person record.' },
                      validate: (
                        value: string | null | undefined,
                        { siblingData }: { siblingData: { person?: unknown } },
                      ) =>
                        value || siblingData.person
                          ? true
                          : 'Choose a person or write a guest name, or remove this byline.',
                    },
                  ],
                },
              ],
            },
            {
              name: 'topics',
              type: 'relationship',
              relationTo: 'topics',
              hasMany: true,
              index: true,
              admin: { description: 'What the story is about. Readers find it under each.' },
            },
            {
              name: 'relatedArticles',
              type: 'relationship',
              relationTo: 'articles',
              hasMany: true,
              index: true,
              filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
              admin: { description: 'Offered to readers at the end. Only live ones are shown.' },
            },
          ],
        },
        {
          label: 'Variants',
          fields: [
            {
              name: 'webHeadline',
              type: 'text',
              admin: { description: 'For lists and front pages. Empty: the headline.' },
            },
            {
              name: 'socialHeadline',
              type: 'text',
              admin: { description: 'For shares on social networks. Empty: the web headline.' },
            },
            {
              name: 'seoTitle',
              type: 'text',
              label: 'SEO title',
              admin: { description: 'For search engines: about 60 characters.' },
            },
            {
              name: 'seoDescription',
              type: 'textarea',
              label: 'SEO description',
              admin: { description: 'For search engines: about 155 characters.' },
            },
          ],
        },
        {
          label: 'Checks',
          fields: [
            {
              name: 'embargoUntil',
              type: 'date',
              index: true,
              access: { read: staffField },
              admin: {
                date: { pickerAppearance: 'dayAndTime' },
                description: 'Nothing of this article is public before this moment.',
              },
            },
            {
              name: 'flags',
              type: 'group',
              access: { read: staffField },
              admin: { description: 'A check that is required blocks publication until complete.' },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'legal',
                      type: 'select',
                      label: 'Legal check',
                      options: CHECKS,
                      defaultValue: 'not_needed',
                    },
                    {
                      name: 'factCheck',
                      type: 'select',
                      label: 'Fact check',
                      options: CHECKS,
                      defaultValue: 'not_needed',
                    },
                  ],
                },
                {
                  name: 'onHold',
                  type: 'checkbox',
                  label: 'On hold',
                  defaultValue: false,
                  index: true,
                  access: { create: nobodyField, update: nobodyField },
                  admin: {
                    readOnly: true,
                    description: 'A held article cannot be published. Use Hold and Release.',
                  },
                },
                {
                  name: 'holdReason',
                  type: 'textarea',
                  access: { create: nobodyField, update: nobodyField },
                  admin: {
                    readOnly: true,
                    condition: (_, siblingData) => Boolean(siblingData.onHold),
                  },
                },
              ],
            },
            {
              name: 'origin',
              type: 'group',
              admin: { description: 'Where the text came from, if it was not written here.' },
              fields: [
                { name: 'publisher', type: 'text' },
                { name: 'url', type: 'text', label: 'URL', validate: webAddress },
                { name: 'copyrightLine', type: 'text' },
                { name: 'copyrightYear', type: 'number', min: 1700, max: 3000 },
                { name: 'licence', type: 'text' },
                {
                  name: 'externalId',
                  type: 'text',
                  label: 'External id',
                  index: true,
                  access: { read: staffField },
                  admin: {
                    description: 'The id at the source. An import finds its article by it.',
                  },
                },
                {
                  name: 'contentHash',
                  type: 'text',
                  index: true,
                  access: { read: staffField },
                  admin: { hidden: true },
                },
                {
                  name: 'formHash',
                  type: 'text',
                  access: { read: staffField },
                  admin: { hidden: true },
                },
                {
                  name: 'editorialNote',
                  type: 'textarea',
                  label: 'Note of the source to editors',
                  access: { read: staffField },
                  admin: { description: 'What the source says to editors, never to readers.' },
                },
                {
                  name: 'publishedAt',
                  type: 'date',
                  label: 'Published there on',
                  access: { read: staffField },
                },
                {
                  name: 'folder',
                  type: 'text',
                  access: { read: staffField },
                  admin: { hidden: true },
                },
                {
                  name: 'version',
                  type: 'number',
                  access: { read: staffField },
                  admin: { hidden: true },
                },
                {
                  name: 'versionAt',
                  type: 'date',
                  access: { read: staffField },
                  admin: { hidden: true },
                },
                {
                  name: 'receipt',
                  type: 'json',
                  label: 'What is not in it as it was in the source',
                  access: { read: staffField, create: nobodyField, update: nobodyField },
                  admin: {
                    components: { Field: '/src/admin/import/ReceiptField#ReceiptField' },
                    disableListColumn: true,
                  },
                },
              ],
            },
          ],
        },
      ],
    },
    slug({ source: 'headline' }),
    {
      name: 'assignedTo',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      index: true,
      access: { read: staffField, create: editorField, update: editorField },
      admin: {
        position: 'sidebar',
        description: 'Who works on it besides the one who began it. They are told.',
        components: { Field: '/src/admin/desk/AssignedField#AssignedField' },
      },
    },
    {
      name: 'deadline',
      type: 'date',
      access: { read: staffField, create: editorField, update: editorField },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'When it is to be ready. Late ones stand out on the desk and the board.',
      },
    },
    workflow,
    quoteOverrides,
    corrections,
    revision,
    savedBy,
    updatedAt,
  ],
};
