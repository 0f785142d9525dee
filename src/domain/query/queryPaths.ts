import type { Query } from './queryFault';

/** What a query names: paths of fields, and the joins with queries of their own. */
export interface NamedPath {
  in: 'where' | 'sort';
  /** Parts joined by dots, also where the client wrote two underscores, as GraphQL does. */
  path: string;
}

/** Every path by which a query filters or sorts, in the order in which it names them. */
export function queryPaths({ where, sort }: Pick<Query, 'where' | 'sort'>): NamedPath[] {
  const sorted = (Array.isArray(sort) ? sort : [sort]).flatMap((part: unknown) =>
    typeof part === 'string' ? part.split(',') : [],
  );
  return [
    ...wherePaths(where).map((path): NamedPath => ({ in: 'where', path: dotted(path) })),
    ...sorted.flatMap((part): NamedPath[] => {
      const path = dotted(part.trim().replace(/^-/, ''));
      return path ? [{ in: 'sort', path }] : [];
    }),
  ];
}

function wherePaths(where: unknown): string[] {
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).flatMap(([key, value]) =>
    /^(and|or)$/i.test(key)
      ? Object.values((value ?? {}) as Record<string, unknown>).flatMap(wherePaths)
      : [key],
  );
}

function dotted(path: string): string {
  return path.replace(/__/g, '.');
}
