import {
  toWords,
  type Block,
  type CollectionConfig,
  type Field,
  type GlobalConfig,
  type PayloadRequest,
  type Tab,
} from 'payload';

import { germanLabels } from './germanLabels';
import { spokenSentence } from './spoken';

type Translated = Record<string, string>;

/** The labels, help texts and validations of a collection, a global or a block, in English and German. */
export function withGerman<C extends CollectionConfig | GlobalConfig | Block>(config: C): C {
  const labels = 'labels' in config ? config.labels : undefined;
  return {
    ...config,
    ...(labels ? { labels: { singular: both(labels.singular), plural: both(labels.plural) } } : {}),
    ...('label' in config ? { label: both(config.label) } : {}),
    admin: { ...config.admin, ...groupAndDescription(config.admin) },
    fields: config.fields.map(fieldInBoth),
  };
}

function fieldInBoth(field: Field): Field {
  const named = 'name' in field && field.type !== 'ui' ? { label: labelOf(field) } : {};
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
    ...('fields' in field ? { fields: field.fields.map(fieldInBoth) } : {}),
    ...('tabs' in field ? { tabs: field.tabs.map(tabInBoth) } : {}),
  } as Field;
}

type Validate = (value: unknown, options: { req: PayloadRequest }) => unknown;

/** A validation of ours, in the language of who saves; Payload's own speak it already. */
function spokenBy(validate: unknown): Validate {
  return async (value, options) => {
    const told = await (validate as Validate)(value, options);
    return typeof told === 'string' ? spokenSentence(options.req, told) : told;
  };
}

function tabInBoth(tab: Tab): Tab {
  return { ...tab, label: both(tab.label), fields: tab.fields.map(fieldInBoth) } as Tab;
}

/** Without a label of its own a field is called as Payload would call it. */
function labelOf(field: { name: string; label?: unknown }): unknown {
  return field.label === undefined ? both(toWords(field.name)) : both(field.label);
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
