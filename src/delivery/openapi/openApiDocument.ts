import { z } from 'zod';

import type { Route } from '../routes/Route';

export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  additionalProperties?: JsonSchema | boolean;
  description?: string;
  [key: string]: unknown;
}

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: Parameter[];
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema?: JsonSchema }> }
  >;
}

/** An OpenAPI 3.1 document, as far as this API needs it. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, JsonSchema> };
}

/**
 * Describes the API (OpenAPI 3.1, JSON Schema 2020-12) from the very schemas that check requests and
 * shape answers.
 */
export function openApiDocument(routes: readonly Route[], publicUrl: string): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = {};
  const paths: OpenApiDocument['paths'] = {};
  for (const { id, path, summary, group, params, query, responses } of routes) {
    paths[path.replace(/:(\w+)/g, '{$1}')] = {
      get: {
        operationId: id,
        summary,
        tags: [group],
        parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
        responses: Object.fromEntries(
          Object.entries(responses).map(([status, { description, schema, type }]) => [
            status,
            {
              description,
              ...(schema
                ? { content: { 'application/json': { schema: hoist(schema, schemas) } } }
                : type
                  ? {
                      content: {
                        [type]: { schema: { type: /json$/.test(type) ? 'object' : 'string' } },
                      },
                    }
                  : {}),
            },
          ]),
        ),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Standfirst delivery API',
      version: '1',
      description: 'Published articles for readers. Reading needs no key.',
    },
    servers: [{ url: `${publicUrl}/v1` }],
    paths,
    components: { schemas },
  };
}

function parametersOf(object: z.ZodObject, place: Parameter['in']): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(object, { io: 'input' }) as JsonSchema;
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: place === 'query' ? { ...schema, ...(schema.type ? {} : { type: 'string' }) } : schema,
  }));
}

/** Moves named schemas to the components, and refers to them there. */
function hoist(schema: z.ZodType, schemas: Record<string, JsonSchema>): JsonSchema {
  const { $defs = {}, $schema: _schema, id, ...root } = z.toJSONSchema(schema) as JsonSchema;
  const refer = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(refer);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string'
          ? value.replace('#/$defs/', '#/components/schemas/')
          : refer(value),
      ]),
    );
  };
  for (const [name, definition] of Object.entries($defs)) {
    const { id: _id, ...rest } = definition;
    schemas[name] = refer(rest) as JsonSchema;
  }
  if (typeof id !== 'string') return refer(root) as JsonSchema;
  schemas[id] = refer(root) as JsonSchema;
  return { $ref: `#/components/schemas/${id}` };
}
