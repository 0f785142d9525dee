import type * as GraphQL from 'graphql';
import type { DocumentNode, SelectionSetNode } from 'graphql';
import type { Config, PayloadRequest } from 'payload';

import { spokenSentence } from './words/spoken';

type Options = NonNullable<Config['graphQL']>;
type Rules = NonNullable<Options['validationRules']>;

/** Articles, docs, sections, quotes, speaker, roles, title; and as much again. */
const MAX_DEPTH = 14;

/**
 * What GraphQL queries must keep to besides their complexity: no selection nested deeper than any
 * article is. The description of the schema itself may be asked for at any depth.
 *
 * The mutations come through here because they are given the one GraphQL library whose errors the
 * server takes for its own; an import may be a second copy of it.
 */
export function withGraphqlRules(
  mutations: NonNullable<Options['mutations']>,
): Pick<Options, 'mutations' | 'validationRules'> {
  let library: typeof GraphQL | undefined;
  return {
    mutations: (given, payload) => {
      library = given;
      return mutations(given, payload);
    },
    validationRules: (args) => (library ? rules(library, args) : []),
  };
}

function rules(
  { GraphQLError, Kind, OperationTypeNode }: typeof GraphQL,
  args: Parameters<Rules>[0],
): ReturnType<Rules> {
  const operations = args.document.definitions.filter(
    (part) => part.kind === Kind.OPERATION_DEFINITION,
  );
  if (operations.some(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION)) {
    // Payload measures complexity by the kind of operation, and fails at the kind that it has none of.
    Object.assign(args, { document: { kind: Kind.DOCUMENT, definitions: [] } });
  }
  return [
    (context) => ({
      Document: (document) => {
        if (depthOf(document, Kind) <= MAX_DEPTH) return;
        const message = `The query is nested deeper than ${MAX_DEPTH} levels.`;
        const { req } = args.contextValue as { req: PayloadRequest };
        context.reportError(new GraphQLError(spokenSentence(req, message)));
      },
    }),
  ];
}

function depthOf(document: DocumentNode, Kind: typeof GraphQL.Kind): number {
  const fragments = new Map(
    document.definitions.flatMap((part) =>
      part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part.selectionSet]] : [],
    ),
  );
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const depth = known.get(name);
    if (depth !== undefined) return depth;
    // Fragments that hold each other are refused by another rule; here they only have to end.
    known.set(name, 0);
    const found = of(fragments.get(name));
    known.set(name, found);
    return found;
  };
  const of = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((part) => {
        if (part.kind === Kind.FRAGMENT_SPREAD) return ofFragment(part.name.value);
        if (part.kind === Kind.INLINE_FRAGMENT) return of(part.selectionSet);
        return part.name.value.startsWith('__') ? 0 : 1 + of(part.selectionSet);
      }),
    );
  return Math.max(
    0,
    ...document.definitions.map((part) =>
      part.kind === Kind.OPERATION_DEFINITION ? of(part.selectionSet) : 0,
    ),
  );
}
