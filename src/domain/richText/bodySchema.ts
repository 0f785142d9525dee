import { z } from 'zod';

import { alignment, BODY_KINDS, kindOf, ROOT_HOLDS, type BodyKind } from './bodyKinds';
import { childrenOf, type RichText, type RichTextNode } from './RichText';

/** One thing in a body that readers would not see or the editor could not open. */
export interface BodyFault {
  /** `root.children.2.fields.url`, counted from 0. */
  path: string;
  /** What belongs there ("an address that begins with https://"); null for nothing. */
  wanted: string | null;
}

/** Twelve lists within each other, and far from exhausting the stack of whoever walks it. */
const DEEPEST = 30;
/** A section of this size is a book: an editor, a comparison and a page of it would take seconds. */
const MOST_NODES = 20_000;
const MOST_CHARACTERS = 500_000;
/** So many say what kind of fault it is. */
const MOST_FAULTS = 5;

/** How a node stands. The editor writes these of every element; readers see nothing of them. */
const element = {
  format: alignment(),
  indent: z.int('a number').min(0).max(100).optional(),
  direction: z.enum(['ltr', 'rtl'], 'ltr, rtl or null').nullish(),
  textFormat: z.int('a number').min(0).max(2047).optional(),
  textStyle: z.literal('', 'empty').optional(),
};
const version = z.int('a number').min(0).max(100).optional();
const children = z.array(z.unknown(), 'a list of nodes');

const ROOT = z.strictObject({ type: z.literal('root', 'root'), version, children, ...element });
const STATE = z.strictObject({ root: ROOT }, 'an editor state with a root');
const NODES = new Map(
  Object.entries<BodyKind>(BODY_KINDS).map(([type, { holds, has }]) => [
    type,
    z.strictObject({
      type: z.literal(type),
      version,
      ...(holds ? { children, ...element } : {}),
      ...has,
    }),
  ]),
);

/**
 * What keeps a value from being a body, the first few faults; none where it is one. Of a body every
 * text is shown by `lexicalHtml`, and the forms of a section and of its story can open it.
 */
export function bodyFaults(body: unknown): BodyFault[] {
  const size = sizeFault(body);
  if (size) return [size];
  const faults = faultsOf(STATE, body, '');
  if (faults.length > 0) return faults.slice(0, MOST_FAULTS);
  return childFaults((body as RichText).root, ROOT_HOLDS, 'root').slice(0, MOST_FAULTS);
}

function childFaults(
  node: RichTextNode | RichText['root'],
  holds: readonly BodyKind['group'][],
  above: string,
): BodyFault[] {
  return childrenOf(node).flatMap((child: unknown, index) => {
    const path = `${above}.children.${index}`;
    if (!isNode(child)) return [{ path, wanted: 'a node with a type' }];
    const kind = kindOf(child);
    const schema = NODES.get(child.type);
    if (!kind || !schema || !holds.includes(kind.group)) {
      return [{ path: `${path}.type`, wanted: `one of ${typesOf(holds)}` }];
    }
    const faults = faultsOf(schema, child, path);
    return faults.length > 0 || !kind.holds ? faults : childFaults(child, kind.holds, path);
  });
}

function faultsOf(schema: z.ZodType, value: unknown, above: string): BodyFault[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).flatMap((issue): BodyFault[] => {
    const place = [above, ...issue.path].filter((part) => part !== '').join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path: place, wanted: wantedBy(issue) }];
    return issue.keys.map((key) => ({
      path: place === '' ? key : `${place}.${key}`,
      wanted: null,
    }));
  });
}

/** The schemas say what is wanted in small letters; where one does not, zod says what is wrong. */
function wantedBy({ message }: { message: string }): string {
  return /^[A-Z]/.test(message) ? 'another value' : message;
}

/** Looked at first, without walking deeper than what follows can bear. */
function sizeFault(body: unknown): BodyFault | null {
  const root: unknown = (body as { root?: unknown } | null | undefined)?.root;
  let level: { node: unknown; path: string }[] = [{ node: root, path: 'root' }];
  let nodes = 0;
  let characters = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const [first] = level;
    if (depth > DEEPEST) {
      return { path: first?.path ?? 'root', wanted: `nested in at most ${DEEPEST} levels` };
    }
    nodes += level.length;
    if (nodes > MOST_NODES) return { path: 'root', wanted: `of at most ${MOST_NODES} nodes` };
    for (const { node } of level) {
      const { text } = (node ?? {}) as { text?: unknown };
      characters += typeof text === 'string' ? text.length : 0;
    }
    if (characters > MOST_CHARACTERS) {
      return { path: 'root', wanted: `of at most ${MOST_CHARACTERS} characters` };
    }
    level = level.flatMap(({ node, path }) =>
      childrenOf((node ?? {}) as RichTextNode).map((child, index) => ({
        node: child,
        path: `${path}.children.${index}`,
      })),
    );
  }
  return null;
}

/** The same in a sentence; `name` is of the field with the body. */
export function bodyFaultInWords({ path, wanted }: BodyFault, name: string): string {
  const place = `${name}.${path}`;
  return wanted === null
    ? `“${place}” is to be left out: no reader would see it.`
    : `“${place}” cannot be read: it is ${wanted}.`;
}

/** The names of the kinds in some groups. */
function typesOf(groups: readonly BodyKind['group'][]): string {
  return Object.entries<BodyKind>(BODY_KINDS)
    .flatMap(([type, { group }]) => (groups.includes(group) ? [type] : []))
    .join(', ');
}

/** The schema of what one kind of node has besides its children; undefined for no kind. */
export function schemaOf(type: string) {
  return NODES.get(type);
}

export function isNode(value: unknown): value is RichTextNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { type?: unknown }).type === 'string'
  );
}
