import type { AfterErrorHook } from 'payload';

/** What the database says of values that it cannot read or compare: BadValue, TypeMismatch, names. */
const UNREADABLE_CODES = new Set([2, 9, 14, 16410, 40353]);

/** MongoDB's MaxTimeMSExpired. */
const TIMED_OUT = 50;

/** What the reader of forms (busboy) says of one that is cut off or has a header that is none. */
const FORM_FAULTS =
  /^(?:Malformed (?:part header|content type|urlencoded form)|Unexpected end of (?:form|file)|Multipart: Boundary not found|Missing Content-Type|Unsupported content type:)/;

interface Told {
  name?: string;
  status: number;
  code: string;
  message: string;
}

/**
 * Mistakes in what was sent that only come out where it is used: an id that is none, a filter that is
 * no JSON, versions of what has none, a condition that takes the database too long. Payload would call them faults of the server.
 */
export const explainInput: AfterErrorHook = ({ error, graphqlResult }) => {
  // GraphQL hands over its own error, with what really happened inside.
  const { originalError } = error as { originalError?: Error };
  const told = tell(originalError ?? error);
  if (!told) return undefined;
  const { name = 'BadRequest', status, code, message } = told;
  return {
    status,
    response: { errors: [{ name, message, data: { code } }] },
    ...(graphqlResult
      ? {
          graphqlResult: {
            ...graphqlResult,
            message,
            extensions: { name, data: { code }, statusCode: status },
          },
        }
      : {}),
  };
};

function tell(error: Error): Told | null {
  const { name, message, stack, code, path } = error as Error & { code?: unknown; path?: unknown };
  if (name === 'CastError') {
    const field = String(path).replace(/^_id$/, 'id');
    return invalid(`“${field}” is compared with something that it cannot be, such as a wrong id.`);
  }
  if (name === 'MongoServerError' && UNREADABLE_CODES.has(Number(code))) {
    return invalid('A condition compares a field with something that it cannot be.');
  }
  if (name === 'MongoServerError' && code === TIMED_OUT) {
    return {
      name: 'TooSlow',
      status: 503,
      code: 'TOO_SLOW',
      message: 'The database took too long over this. Ask for less, or by an indexed field.',
    };
  }
  if (/^Can't use \$/.test(message)) {
    return invalid('A condition uses an operator that its field does not have.');
  }
  if (name === 'TypeError' && /db-mongodb\/dist\/queries\//.test(stack ?? '')) {
    return invalid('A condition names a field that cannot be asked for.');
  }
  if (FORM_FAULTS.test(message)) {
    return {
      status: 400,
      code: 'INPUT_INVALID',
      message:
        'The form with the file cannot be read: it broke off, or the name of the file holds a character that nobody sees. Rename the file and try again.',
    };
  }
  if (name === 'SyntaxError') return invalid('A part of it is no JSON.');
  if (/collection version model with the slug/.test(message)) {
    return { status: 404, code: 'NOT_FOUND', message: 'Nothing here has versions.' };
  }
  return null;
}

function invalid(reason: string): Told {
  return {
    status: 400,
    code: 'INPUT_INVALID',
    message: `The request is not understood. ${reason}`,
  };
}
