import type { AfterErrorHook } from 'payload';

import { isTransient } from '../../actions/transaction/inTransaction';

const MESSAGE = 'Somebody saved this at the same moment. Nothing of yours was saved: try again.';
const DATA = { code: 'SAVE_CONFLICT' };

/** Two saves that met in the database: nothing was written, and the client can simply try again. */
export const explainConflicts: AfterErrorHook = ({ error, graphqlResult }) => {
  // GraphQL hands over its own error, with what really happened inside.
  const { originalError } = error as { originalError?: unknown };
  if (!isTransient(error) && !isTransient(originalError)) return undefined;
  return {
    status: 409,
    response: { errors: [{ name: 'Conflict', message: MESSAGE, data: DATA }] },
    ...(graphqlResult
      ? {
          graphqlResult: {
            ...graphqlResult,
            message: MESSAGE,
            extensions: { name: 'Conflict', data: DATA, statusCode: 409 },
          },
        }
      : {}),
  };
};
