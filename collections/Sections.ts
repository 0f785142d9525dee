import type { CollectionConfig } from 'payload';

import {
  editors,
  nobodyField,
  publishedOrStaff,
  staff,
  staffField,
  writers,
} from '../src/cms/access/who';
import { quoteProposals } from '../src/cms/endpoints/quoteProposals';
import { quotations } from '../src/cms/fields/quotations';
import { revision } from '../src/cms/fields/revision';
import { savedBy } from '../src/cms/fields/savedBy';
import { storyEditor } from '../src/cms/fields/storyEditor';
import { updatedAt } from '../src/cms/fields/updatedAt';
import { checkLinks } from '../src/cms/hooks/checkLinks';
import { checkRevision } from '../src/cms/hooks/checkRevision';
import { describeSection } from '../src/cms/hooks/describeSection';
import { draftsOnly } from '../src/cms/hooks/draftsOnly';
import { endApproval } from '../src/cms/hooks/endApproval';
import { followText } from '../src/cms/hooks/followText';
import { guardSave } from '../src/cms/hooks/guardSave';
import { joinArticle } from '../src/cms/hooks/joinArticle';
import { keepArticle } from '../src/cms/hooks/keepArticle';
import { keepOthersWords } from '../src/cms/hooks/keepOthersWords';
import { matchQuotations } from '../src/cms/hooks/matchQuotations';
import { openBody } from '../src/cms/hooks/openBody';
import { readersSeePublished } from '../src/cms/hooks/readersSeePublished';
import { recordContribution } from '../src/cms/hooks/recordContribution';
import { refuseDeletion } from '../src/cms/hooks/refuseDeletion';

export const Sections: CollectionConfig = {
  slug: 'sections',
  trash: true,
  disableBulkEdit: true,
  disableDuplicate: true,
  labels: { singular: 'Section', plural: 'Sections' },
  admin: {
    group: 'Newsroom',
    useAsTitle: 'label',
    defaultColumns: ['label', 'article', 'quotes', 'updatedAt'],
    listSearchableFields: ['label', 'heading'],
    description: 'The parts of articles. Each belongs to one article and is shown in its order.',
    components: {
      edit: {
        PublishButton: '/src/admin/workflow/NoButton#NoButton',
        UnpublishButton: '/src/admin/workflow/NoButton#NoButton',
        Status: '/src/admin/workflow/NoButton#NoButton',
      },
    },
  },
  access: {
    create: writers,
    read: publishedOrStaff,
    readVersions: staff,
    update: writers,
    delete: editors,
  },
  versions: { drafts: { autosave: { interval: 1500 } }, maxPerDoc: 200 },
  hooks: {
    beforeOperation: [readersSeePublished, draftsOnly, keepOthersWords, recordContribution.source],
    beforeChange: [
      refuseDeletion.toTrash,
      guardSave.section,
      checkRevision,
      keepArticle,
      checkLinks,
      describeSection,
      matchQuotations,
      recordContribution.section,
    ],
    afterChange: [joinArticle, endApproval.section, followText.section],
    beforeDelete: [refuseDeletion.forGood],
  },
  endpoints: quoteProposals,
  fields: [
    {
      name: 'heading',
      type: 'text',
      maxLength: 300,
      admin: { description: 'Empty for the lead of a story.' },
    },
    {
      name: 'body',
      type: 'richText',
      editor: storyEditor,
      hooks: { afterRead: [openBody] },
      admin: { description: 'Headings here stand below the section’s own heading.' },
    },
    {
      name: 'quotationList',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/quotes/SectionQuotations#SectionQuotations' },
        disableListColumn: true,
      },
    },
    {
      name: 'quotes',
      type: 'relationship',
      relationTo: 'quotes',
      hasMany: true,
      index: true,
      admin: {
        description: 'The quotations of this section, as records. Pull quotes add themselves.',
      },
    },
    quotations,
    {
      name: 'people',
      type: 'relationship',
      relationTo: 'people',
      hasMany: true,
      index: true,
      label: 'People mentioned',
      admin: { description: 'Who this section speaks of.' },
    },
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      index: true,
      admin: {
        position: 'sidebar',
        description: 'The one article that this section belongs to. It cannot be moved to another.',
      },
    },
    {
      name: 'label',
      type: 'text',
      index: true,
      access: { create: nobodyField, update: nobodyField, read: staffField },
      admin: { hidden: true },
    },
    {
      name: 'media',
      type: 'relationship',
      relationTo: 'media',
      hasMany: true,
      index: true,
      access: { create: nobodyField, update: nobodyField, read: staffField },
      admin: { hidden: true },
    },
    revision,
    savedBy,
    updatedAt,
  ],
};
