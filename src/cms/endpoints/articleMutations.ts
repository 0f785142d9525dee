import type { GraphQLExtension, PayloadRequest } from 'payload';

import type { ActionResult } from '../../actions/workflow/ActionResult';
import { CHANGE_KINDS } from '../../domain/workflow/ArticleState';
import { inputFields } from '../../domain/workflow/ActionInput';
import { personsActions } from '../../domain/workflow/actionTable';
import { runVerb } from './runVerb';
import { requireStaff } from './requireStaff';

/** `submitArticle`, `approveArticle` …: the actions as GraphQL mutations, one each. */
export const articleMutations: GraphQLExtension = (GraphQL) => {
  const result = new GraphQL.GraphQLObjectType({
    name: 'ArticleActionResult',
    fields: {
      action: { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLString) },
      articleId: { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLString) },
      stage: { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLString) },
      publicationState: { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLString) },
      onHold: { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLBoolean) },
      editionId: {
        type: GraphQL.GraphQLString,
        resolve: ({ edition }: ActionResult) => edition?.id ?? null,
      },
      editionNumber: {
        type: GraphQL.GraphQLInt,
        resolve: ({ edition }: ActionResult) => edition?.number ?? null,
      },
      sequence: { type: GraphQL.GraphQLInt },
      publicationId: {
        type: GraphQL.GraphQLString,
        resolve: ({ publication }: ActionResult) => publication?.id ?? null,
      },
      scheduledAt: {
        type: GraphQL.GraphQLString,
        resolve: ({ publication }: ActionResult) => publication?.at ?? null,
      },
    },
  });
  const changeKind = new GraphQL.GraphQLEnumType({
    name: 'ArticleChangeKind',
    values: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, { value: kind }])),
  });
  const text = { type: GraphQL.GraphQLString };
  const argsOf = (row: (typeof personsActions)[number]) => {
    const fields = inputFields(row);
    return {
      id: { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLString) },
      ...Object.fromEntries(fields.filter((name) => name !== 'change').map((name) => [name, text])),
      // Two values of one input: GraphQL would want a type of its own for it.
      ...(fields.includes('change') ? { changeKind: { type: changeKind }, changeNote: text } : {}),
      idempotencyKey: text,
    };
  };

  return Object.fromEntries(
    personsActions.map((row) => [
      `${row.name}Article`,
      {
        type: result,
        args: argsOf(row),
        resolve: (
          _parent: unknown,
          given: Record<string, string | undefined>,
          context: Context,
        ) => {
          const { req } = context;
          const user = requireStaff(req);
          const { id = '', idempotencyKey = null, changeKind, changeNote, ...input } = given;
          return runVerb(
            row.name,
            {
              payload: req.payload,
              user,
              articleId: id,
              now: new Date(),
              idempotencyKey,
            },
            {
              ...input,
              ...(changeKind ? { change: { kind: changeKind, note: changeNote ?? '' } } : {}),
            },
          );
        },
      },
    ]),
  );
};

interface Context {
  req: PayloadRequest;
}
