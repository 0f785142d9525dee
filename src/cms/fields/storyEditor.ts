import {
  BlocksFeature,
  BlockquoteFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical';
import type { Block } from 'payload';

import { withGerman } from '../words/withGerman';
import { webAddress } from './webAddress';

const pullQuote: Block = {
  slug: 'pullQuote',
  labels: { singular: 'Pull quote', plural: 'Pull quotes' },
  // No reader would see the name.
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'quote',
      type: 'relationship',
      relationTo: 'quotes',
      required: true,
      admin: {
        description: 'The words come from the quote’s record, so they cannot differ from it.',
      },
    },
  ],
};

const embed: Block = {
  slug: 'embed',
  labels: { singular: 'Embed', plural: 'Embeds' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'url',
      type: 'text',
      label: 'URL',
      required: true,
      validate: webAddress,
      admin: {
        description: 'A video, post or map. Readers get the address; nothing is loaded here.',
      },
    },
    { name: 'caption', type: 'text' },
  ],
};

/** What can stand in a body beside words. */
export const storyBlocks = [pullQuote, embed];

/** The writing surface of a section's body: what a story needs, and nothing that only decorates. */
export const storyEditor = lexicalEditor({
  features: [
    ParagraphFeature(),
    // h2 is the section's own heading.
    HeadingFeature({ enabledHeadingSizes: ['h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    LinkFeature({ enabledCollections: ['articles'] }),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    EXPERIMENTAL_TableFeature(),
    UploadFeature({ enabledCollections: ['media'] }),
    BlocksFeature({ blocks: storyBlocks.map(withGerman) }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
});
