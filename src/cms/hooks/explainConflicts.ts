import type { AfterErrorHook } from 'payload';

import { isTransient } from '../../actions/inTransaction';

/** Two saves that met in the database: nothing was written, and the client can simply try again. */
export const explainConflicts: AfterErrorHook = ({ error }) => {
  if (!isTransient(error)) return undefined;
  return {
    status: 409,
    response: {
      errors: [
        {
          name: 'Conflict',
          message: 'Somebody saved this at the same moment. Nothing of yours was saved: try again.',
          data: { code: 'SAVE_CONFLICT' },
        },
      ],
    },
  };
};
