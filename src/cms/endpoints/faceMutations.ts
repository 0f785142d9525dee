import type { GraphQLExtension, PayloadRequest } from 'payload';

import { releaseFace } from '../../actions/faces/releaseFace';
import type { FaceCollection } from '../../domain/faces/FaceCollection';
import { requireStaff } from './requireStaff';

const MUTATIONS: Readonly<Record<string, FaceCollection>> = {
  releasePerson: 'people',
  releaseTopic: 'topics',
  releaseMedia: 'media',
};

/** The release of what readers see of a person, a topic or an image, as GraphQL mutations. */
export const faceMutations: GraphQLExtension = (GraphQL) => {
  const text = { type: new GraphQL.GraphQLNonNull(GraphQL.GraphQLString) };
  const result = new GraphQL.GraphQLObjectType({
    name: 'ReleaseResult',
    fields: { collection: text, id: text, hash: text, sequence: { type: GraphQL.GraphQLInt } },
  });
  return Object.fromEntries(
    Object.entries(MUTATIONS).map(([name, collection]) => [
      name,
      {
        type: result,
        args: { id: text, hash: { type: GraphQL.GraphQLString } },
        resolve: (
          _parent: unknown,
          { id, hash = null }: { id: string; hash?: string | null },
          { req }: { req: PayloadRequest },
        ) => {
          const user = requireStaff(req);
          return releaseFace({ payload: req.payload, user, collection, id, hash, now: new Date() });
        },
      },
    ]),
  );
};
