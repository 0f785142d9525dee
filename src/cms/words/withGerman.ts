import {
  toWords,
  type Block,
  type CollectionConfig,
  type Field,
  type GlobalConfig,
  type PayloadRequest,
  type Tab,
} from 'payload';

import type { EditionPart } from '../../domain/edition/editionFields';
import { labelOf as declaredLabelOf } from '../../domain/edition/labelOf';
import { PART_OF_COLLECTION } from '../../domain/edition/otherFields';
import { germanLabels } from './germanLabels';
import { spokenSentence } from './spoken';

type Translated = Record<string, string>;

/** Where a field stands: its part of an edition, if any, and the groups around it. */
interface Place {
  part: EditionPart | undefined;
  path: string;
}

/** The labels, help texts and validations of a collection, a global or a block, in English and German. */
export function withGerman<C extends CollectionConfig | GlobalConfig | Block>(config: C): C {
  const labels = 'labels' in config ? config.labels : undefined;
  return {
    ...config,
    ...(labels ? { labels: { singular: both(labels.singular), plural: both(labels.plural) } } : {}),
    ...('label' in config ? { label: both(config.label) } : {}),
    admin: { ...config.admin, ...groupAndDescription(config.admin) },
    fields: config.fields.map((field) => fieldInBoth(field, { part: partOf(config), path: '' })),
  };
}

function fieldInBoth(field: Field, place: Place): Field {
  const named = 'name' in field && field.type !== 'ui' ? { label: labelOf(field, place) } : {};
  const within = (inner: Field): Field =>
    fieldInBoth(inner, 'name' in field ? { ...place, path: `${place.path}${field.name}.` } : place);
  const untitled = !('name' in field) && 'label' in field ? { label: both(field.label) } : {};
  return {
    ...field,
    ...named,
    ...untitled,
    ...('labels' in field && field.labels
      ? { labels: { singular: both(field.labels.singular), plural: both(field.labels.plural) } }
      : {}),
    ...('options' in field
      ? {
          options: field.options.map((option) =>
            typeof option === 'string'
              ? { label: both(toWords(option)), value: option }
              : { ...option, label: both(option.label) },
          ),
        }
      : {}),
    ...(field.admin ? { admin: { ...field.admin, ...groupAndDescription(field.admin) } } : {}),
    ...('validate' in field && field.validate ? { validate: spokenBy(field.validate) } : {}),
    ...('fields' in field ? { fields: field.fields.map(within) } : {}),
    ...('tabs' in field ? { tabs: field.tabs.map((tab) => tabInBoth(tab, place)) } : {}),
  } as Field;
}

function partOf({ slug }: { slug: string }): EditionPart | undefined {
  return Object.entries(PART_OF_COLLECTION).find(([collection]) => collection === slug)?.[1];
}

type Validate = (value: unknown, options: { req: PayloadRequest }) => unknown;

/** A validation of ours, in the language of who saves; Payload's own speak it already. */
function spokenBy(validate: unknown): Validate {
  return async (value, options) => {
    const told = await (validate as Validate)(value, options);
    return typeof told === 'string' ? spokenSentence(options.req, told) : told;
  };
}

function tabInBoth(tab: Tab, place: Place): Tab {
  return {
    ...tab,
    label: both(tab.label),
    fields: tab.fields.map((field) => fieldInBoth(field, place)),
  } as Tab;
}

/** A label of its own, else the declared one of an edition's field, else as Payload would call it. */
function labelOf(field: { name: string; label?: unknown }, { part, path }: Place): unknown {
  if (field.label !== undefined) return both(field.label);
  const declared = part && declaredLabelOf(part, `${path}${field.name}`, { isWithin: true });
  return declared ?? both(toWords(field.name));
}

function groupAndDescription(admin: object | undefined): object {
  const { group, description } = (admin ?? {}) as { group?: unknown; description?: unknown };
  return {
    ...(group === undefined ? {} : { group: both(group) }),
    ...(description === undefined ? {} : { description: both(description) }),
  };
}

/** A text in both languages; what is no text (a function, false) or has no German stays. */
function both(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  const german = germanLabels[text];
  return german === undefined ? text : ({ en: text, de: german } satisfies Translated);
}
