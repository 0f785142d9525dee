import type { EditionDiff, FieldChange } from './diffEditions';

const FIELD_NAMES: Record<string, string> = {
  headline: 'headline',
  webHeadline: 'web headline',
  socialHeadline: 'social headline',
  seoTitle: 'search title',
  seoDescription: 'search description',
  standfirst: 'standfirst',
  slug: 'address',
  kind: 'kind',
  language: 'language',
  dateline: 'dateline',
  bylines: 'byline',
  topics: 'topics',
  leadImage: 'lead image',
  origin: 'origin',
  relatedArticles: 'related articles',
};

/**
 * What changed, in a few words each, for a public ledger and for the history: "headline",
 * "section “A long wait”", "1 quotation". Lists that follow from others (people, images) are left out.
 */
export function summariseDiff({ fields, sections, quotes }: EditionDiff): string[] {
  return [
    ...fields.flatMap(({ field }: FieldChange) => FIELD_NAMES[field] ?? []),
    ...sections.map(({ heading, change }) => {
      const name = heading ? `section “${heading}”` : 'lead';
      return change === 'edited' ? name : `${name} ${change}`;
    }),
    ...(quotes.length > 0 ? [`${quotes.length} quotation${quotes.length > 1 ? 's' : ''}`] : []),
  ];
}
