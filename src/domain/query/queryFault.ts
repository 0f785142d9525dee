/** What a query may be made of. Places are not stored, so the operators about them mean nothing. */
const OPERATORS = new Set([
  'all',
  'contains',
  'equals',
  'exists',
  'greater_than',
  'greater_than_equal',
  'in',
  'less_than',
  'less_than_equal',
  'like',
  'not_equals',
  'not_in',
  'not_like',
]);
const MAX_CONDITIONS = 200;
const MAX_NESTING = 8;
const MAX_VALUES = 1_000;
/** "sections.quotes.speaker.name" has four parts. */
const PATH = /^_?[A-Za-z]\w*(?:[.\-_]\w+){0,5}$/;
const MAX_PAGE = 1_000_000;
/** For readers without a key; who works here may ask for everything. */
export const MAX_PUBLIC_LIMIT = 500;

export interface Query {
  where?: unknown;
  sort?: unknown;
  limit?: unknown;
  page?: unknown;
  pagination?: unknown;
  joins?: unknown;
}

/**
 * What is wrong with a query that a client sent, in words that say what to do; null when nothing is.
 * It keeps from the database what it could not read, and what would make it work without bound.
 */
export function queryFault(query: Query, { isPublic }: { isPublic: boolean }): string | null {
  return (
    whereFault(query.where) ??
    sortFault(query.sort) ??
    pageFault(query, isPublic) ??
    joinsFault(query.joins, isPublic)
  );
}

function whereFault(where: unknown): string | null {
  if (where === undefined || where === null) return null;
  const count = { conditions: 0 };
  const fault = conditionsFault(where, 0, count);
  return fault ?? (count.conditions > MAX_CONDITIONS ? tooMany() : null);
}

const tooMany = () => `where: at most ${MAX_CONDITIONS} conditions`;

function conditionsFault(
  where: unknown,
  nesting: number,
  count: { conditions: number },
): string | null {
  if (!isPlain(where)) return 'where: is an object of fields, such as where[slug][equals]=harbour';
  if (nesting > MAX_NESTING) return `where: nested at most ${MAX_NESTING} deep`;
  for (const [key, value] of Object.entries(where)) {
    if (/^(and|or)$/i.test(key)) {
      if (!isList(value)) return `where: ${key} is a list of conditions`;
      for (const part of listOf(value)) {
        const fault = conditionsFault(part, nesting + 1, count);
        if (fault) return fault;
      }
      continue;
    }
    if (!PATH.test(key)) return `where: “${key.slice(0, 60)}” is not the name of a field`;
    if (!isPlain(value)) return `where: ${key} needs an operator, such as where[${key}][equals]=`;
    for (const [operator, operand] of Object.entries(value)) {
      count.conditions += 1;
      if (count.conditions > MAX_CONDITIONS) return tooMany();
      if (!OPERATORS.has(operator)) {
        return `where: “${operator.slice(0, 40)}” is no operator; there are ${[...OPERATORS].join(', ')}`;
      }
      const fault = operandFault(operand);
      if (fault) return `where: ${key} ${operator}: ${fault}`;
    }
  }
  return null;
}

function operandFault(operand: unknown): string | null {
  if (isScalar(operand)) return null;
  if (!isList(operand) || !listOf(operand).every(isScalar)) {
    return 'is compared with a value or a list of values';
  }
  return listOf(operand).length > MAX_VALUES ? `at most ${MAX_VALUES} values` : null;
}

function sortFault(sort: unknown): string | null {
  if (sort === undefined || sort === null || sort === '') return null;
  const fields = (Array.isArray(sort) ? sort : [sort]).flatMap((part: unknown) =>
    typeof part === 'string' ? part.split(',') : [null],
  );
  const isFine = fields.every(
    (field) => field !== null && PATH.test(field.trim().replace(/^-/, '')),
  );
  return isFine ? null : 'sort: is the name of a field, with - before it for the other direction';
}

function pageFault({ limit, page, pagination }: Query, isPublic: boolean): string | null {
  if (isGiven(page) && !(Number(page) >= 0 && Number(page) <= MAX_PAGE)) {
    return `page: is a number from 1 to ${MAX_PAGE}`;
  }
  if (isGiven(limit) && !(Number(limit) >= 0)) return 'limit: is a number';
  if (!isPublic) return null;
  if (pagination === false) return 'pagination: cannot be turned off; read on with page=2';
  return isGiven(limit) && (Number(limit) < 1 || Number(limit) > MAX_PUBLIC_LIMIT)
    ? `limit: is a number from 1 to ${MAX_PUBLIC_LIMIT}; read on with page=2`
    : null;
}

function joinsFault(joins: unknown, isPublic: boolean): string | null {
  if (!isPlain(joins)) return null;
  for (const [name, join] of Object.entries(joins)) {
    const fault = isPlain(join) ? queryFault(join, { isPublic }) : null;
    if (fault) return `joins: ${name}: ${fault}`;
  }
  return null;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Long lists in an address arrive as an object with numbers for names. */
function isList(value: unknown): value is readonly unknown[] | Record<string, unknown> {
  return (
    Array.isArray(value) || (isPlain(value) && Object.keys(value).every((key) => /^\d+$/.test(key)))
  );
}

function listOf(value: readonly unknown[] | Record<string, unknown>): unknown[] {
  return Object.values(value);
}
