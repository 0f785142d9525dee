export type Area = 'delivery' | 'files' | 'reader' | 'graphql' | 'rest' | 'admin' | 'other';

const AREAS: readonly (readonly [pattern: RegExp, area: Area])[] = [
  [/^\/v1(\/|$)/, 'delivery'],
  [/^\/files(\/|$)/, 'files'],
  [/^\/read(\/|$)/, 'reader'],
  [/^\/api\/graphql/, 'graphql'],
  [/^\/api(\/|$)/, 'rest'],
  [/^\/(admin|_next)(\/|$)/, 'admin'],
];

/** Which part of the house an address belongs to: few names, for figures and limits. */
export function areaOf(path: string): Area {
  return AREAS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}
