import type { ArrayField } from 'payload';

import { QUOTATION_STATES } from '../../domain/quotations/SectionQuotation';
import { nobodyField, staffField } from '../access/who';

/**
 * The quotations in the text of a section (`SectionQuotation`). Only saving the section writes here,
 * with what editors decided about proposals: see the hook matchQuotations.
 */
export const quotations: ArrayField = {
  name: 'quotations',
  type: 'array',
  access: { create: nobodyField, update: nobodyField, read: staffField },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  fields: [
    {
      name: 'anchor',
      type: 'group',
      fields: [
        { name: 'exact', type: 'text', required: true },
        { name: 'prefix', type: 'text' },
        { name: 'suffix', type: 'text' },
        { name: 'start', type: 'number' },
        { name: 'end', type: 'number' },
      ],
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: QUOTATION_STATES.map((value) => ({ label: value, value })),
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        { label: 'Direct', value: 'direct' },
        { label: 'Partial', value: 'partial' },
      ],
    },
    { name: 'quote', type: 'relationship', relationTo: 'quotes' },
    { name: 'suggestedSpeaker', type: 'relationship', relationTo: 'people' },
    { name: 'suggestedAttribution', type: 'text' },
    { name: 'confidence', type: 'number', required: true },
    { name: 'evidence', type: 'text' },
  ],
};
