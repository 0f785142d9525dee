import type { JsonSchema, OpenApiDocument, Operation } from './openApiDocument';

/** The TypeScript of the client's types: every schema, and what each operation takes and gives. */
export function clientTypes({ paths, components }: OpenApiDocument): string {
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, ...get }));
  return [
    '// Made from the OpenAPI document of the delivery API; tests/delivery/openApi.test.ts keeps it so.',
    // Refusals are thrown as errors, so nothing that the client gives has their type.
    ...Object.entries(components.schemas)
      .filter(([name]) => name !== 'ErrorAnswer')
      .map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`),
    `export interface Operations {${operations.map(operationType).join('')}}`,
    `export const PATHS = {${operations
      .map(({ operationId, path }) => `${operationId}: ${JSON.stringify(path)},`)
      .join('')}} as const satisfies Record<keyof Operations, string>;`,
  ].join('\n\n');
}

function operationType({ operationId, summary, parameters, responses }: Operation): string {
  const input = parameters.map(
    ({ name, required, description, schema }) =>
      `${description ? `/** ${description} */` : ''} ${name}${required ? '' : '?'}: ${inputType(schema)};`,
  );
  const answer = Object.values(responses)[0]?.content?.['application/json']?.schema;
  return `\n/** ${summary} */\n${operationId}: { input: ${input.length > 0 ? `{${input.join('\n')}}` : 'Record<string, never>'}; output: ${answer ? typeOf(answer) : 'string'} };`;
}

/** Everything in an address is text; numbers are taken too, where digits are asked for. */
function inputType(schema: JsonSchema): string {
  if (schema.enum) return typeOf(schema);
  return typeof schema.pattern === 'string' && schema.pattern.startsWith('^\\d')
    ? 'string | number'
    : 'string';
}

function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.replace('#/components/schemas/', '');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (Array.isArray(schema.type)) {
    return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ');
  }
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return `(${typeOf(schema.items ?? {})})[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
}

function objectType({ properties, required = [], additionalProperties }: JsonSchema): string {
  if (!properties && typeof additionalProperties === 'object') {
    return `Record<string, ${typeOf(additionalProperties)}>`;
  }
  if (!properties) return 'Record<string, unknown>';
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${schema.description ? `/** ${schema.description} */` : ''} ${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`,
  );
  return `{${fields.join('\n')}}`;
}
