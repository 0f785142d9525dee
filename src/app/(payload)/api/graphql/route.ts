import config from '@payload-config';
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes';

import { GRAPHQL_STATUSES, repeatConflicts } from '../../../../http/repeatConflicts';

const post = repeatConflicts(GRAPHQL_POST(config), GRAPHQL_STATUSES);

/** What is no JSON object is no query. Payload would throw at it, which is told as our own fault. */
export async function POST(request: Request): Promise<Response> {
  const isJson = /^application\/json\b/.test(request.headers.get('content-type') ?? '');
  const body: unknown = isJson
    ? await request
        .clone()
        .json()
        .catch(() => null)
    : null;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return post(request);
  const message = 'Send a JSON object with a query, as application/json.';
  return Response.json({ errors: [{ message }] }, { status: 400 });
}

export const OPTIONS = REST_OPTIONS(config);
