import type { Query } from './queryFault';

/** What a query names: paths of fields, and the joins with queries of their own. */
export interface NamedPath {
  in: 'where' | 'sort';
  /** Parts joined by dots, also where the client wrote two underscores, as GraphQL does. */
  path: string;
  /** What a filter compares the path with, where it asks for these values and nothing else. */
  values?: unknown[];
}

/** Every path by which a query filters or sorts, in the order in which it names them. */
export function queryPaths({ where, sort }: Pick<Query, 'where' | 'sort'>): NamedPath[] {
  const sorted = (Array.isArray(sort) ? sort : [sort]).flatMap((part: unknown) =>
    typeof part === 'string' ? part.split(',') : [],
  );
  return [
    ...wherePaths(where),
    ...sorted.flatMap((part): NamedPath[] => {
      const path = dotted(part.trim().replace(/^-/, ''));
      return path ? [{ in: 'sort', path }] : [];
    }),
  ];
}

function wherePaths(where: unknown): NamedPath[] {
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).flatMap(([key, value]): NamedPath[] => {
    if (/^(and|or)$/i.test(key)) {
      return Object.values((value ?? {}) as Record<string, unknown>).flatMap(wherePaths);
    }
    const values = valuesOf(value);
    return [{ in: 'where', path: dotted(key), ...(values ? { values } : {}) }];
  });
}

function valuesOf(condition: unknown): unknown[] | null {
  if (typeof condition !== 'object' || condition === null) return null;
  const operators: [string, unknown][] = Object.entries(condition);
  if (!operators.every(([operator]) => operator === 'equals' || operator === 'in')) return null;
  return operators.flatMap(([, value]): unknown[] =>
    typeof value === 'object' && value !== null
      ? Object.values(value as Record<string, unknown>)
      : [value],
  );
}

function dotted(path: string): string {
  return path.replace(/__/g, '.');
}
