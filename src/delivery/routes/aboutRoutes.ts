import { z } from 'zod';

import { CACHE_CONTROL } from '../cache/cacheControl';
import { jsonAnswer } from '../cache/jsonAnswer';
import { documentationPage } from '../openapi/documentationPage';
import { openApiDocument } from '../openapi/openApiDocument';
import { route, type Route } from './Route';

/** How the API describes itself; `routes` are all of it, these included. */
export function aboutRoutes(routes: () => readonly Route[]): Route[] {
  const none = { params: z.object({}), query: z.strictObject({}) };
  return [
    route({
      id: 'getOpenApi',
      path: '/openapi.json',
      summary: 'This description, for programs.',
      group: 'About',
      ...none,
      responses: {
        200: { description: 'An OpenAPI 3.1 document.', schema: z.record(z.string(), z.unknown()) },
      },
      answer: async (_input, { site }) =>
        jsonAnswer(openApiDocument(routes(), site.publicUrl), {
          tags: ['about'],
          cacheControl: CACHE_CONTROL.feed,
        }),
    }),
    route({
      id: 'getDocumentation',
      path: '/docs',
      summary: 'This description, for people.',
      group: 'About',
      ...none,
      responses: { 200: { description: 'One page.', type: 'text/html' } },
      answer: async (_input, { site }) => ({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        body: documentationPage(openApiDocument(routes(), site.publicUrl)),
        tags: ['about'],
        cacheControl: CACHE_CONTROL.feed,
        headers: {
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
        },
      }),
    }),
  ];
}
