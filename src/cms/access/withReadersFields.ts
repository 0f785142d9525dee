import type { CollectionConfig, Field, FieldAccess, Tab } from 'payload';

import type { EditionCollection } from '../../domain/edition/otherFields';
import { hasReaders, isReadersField, mayPointAtHidden } from '../../domain/edition/readersFields';
import { showReadableOnly } from '../hooks/showReadableOnly';
import { seesDrafts } from './who';

/**
 * Closes to readers every field of a collection that is not declared as theirs, over REST and GraphQL
 * and in queries: a field that somebody adds is the newsroom's until it is declared otherwise.
 */
export function withReadersFields(collection: CollectionConfig): CollectionConfig {
  const { slug, fields } = collection;
  return hasReaders(slug) ? { ...collection, fields: closed(fields, '', slug) } : collection;
}

const draftReaders: FieldAccess = ({ req }) => seesDrafts(req.user);

function closed(fields: readonly Field[], prefix: string, slug: EditionCollection): Field[] {
  return fields.map((field) => closedField(field, prefix, slug));
}

function closedField(field: Field, prefix: string, slug: EditionCollection): Field {
  if (field.type === 'ui') return field;
  if (field.type === 'tabs') {
    const tabs = field.tabs.map((tab): Tab => {
      const within = 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix;
      return { ...tab, fields: closed(tab.fields, within, slug) };
    });
    return { ...field, tabs };
  }
  if (!('name' in field) || !field.name) {
    return 'fields' in field ? { ...field, fields: closed(field.fields, prefix, slug) } : field;
  }
  const path = `${prefix}${field.name}`;
  const own = 'access' in field ? field.access : undefined;
  const hooks = 'hooks' in field ? field.hooks : undefined;
  return {
    ...field,
    ...(isReadersField(slug, path) ? {} : { access: { ...own, read: own?.read ?? draftReaders } }),
    ...(mayPointAtHidden(slug, path) && field.type !== 'join'
      ? { hooks: { ...hooks, afterRead: [...(hooks?.afterRead ?? []), showReadableOnly] } }
      : {}),
    ...('fields' in field ? { fields: closed(field.fields, `${path}.`, slug) } : {}),
  } as Field;
}
