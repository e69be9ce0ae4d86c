import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

const texts: Readonly<Record<string, string>> = {
  uuid: '0193d5a0-0000-7000-8000-00000000abcd',
  email: 'karen@virksomhed.example',
  date: '2026-12-01',
  'date-time': '2026-12-01T09:00:00.000Z',
  uri: 'https://virksomhed.example/',
};

/** Texts for patterns that no length or format describes. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\\d\{6\}/, '123456'],
  [/\\d\{4\}-/, '2026-11'],
  [/a-z0-9/, 'eksempel'],
];

/** What a sample is to hold, where it is not to be the smallest one. */
export interface SampleWishes {
  /** Stands in every field that takes an id. */
  readonly id?: string;
  /** Stands in every field that takes free text; cut to what fits. */
  readonly text?: string;
  /** Fills optional fields too. */
  readonly all?: boolean;
}

function text(schema: Json, { id, text: wished }: SampleWishes): string {
  if (schema['format'] === 'uuid' && id !== undefined) return id;
  const format = texts[String(schema['format'])];
  if (format !== undefined) return format;
  const pattern = patterns.find(([known]) => known.test(String(schema['pattern'])));
  if (pattern !== undefined) return pattern[1];
  const least = Number(schema['minLength'] ?? 1);
  const most = Number(schema['maxLength'] ?? 10_000);
  if (wished !== undefined) return wished.padEnd(least, ' x').slice(0, most);
  return 'x'.repeat(Math.max(1, least));
}

function fromJson(schema: Json, definitions: Json, wishes: SampleWishes, depth = 0): unknown {
  const inner = (piece: unknown): unknown => fromJson((piece ?? {}) as Json, definitions, wishes, depth + 1);
  if (depth > 12) return null;
  if (typeof schema['$ref'] === 'string') return inner(definitions[schema['$ref'].split('/').at(-1) ?? '']);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const alternatives = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Json[] | undefined;
  if (alternatives?.[0] !== undefined) return inner(alternatives[0]);
  const type = Array.isArray(schema['type']) ? (schema['type'] as unknown[])[0] : schema['type'];
  if (type === 'string') return text(schema, wishes);
  if (type === 'integer' || type === 'number') return Math.max(Number(schema['minimum'] ?? 1), 1);
  if (type === 'boolean') return true;
  if (type === 'array') {
    const length = Math.max(Number(schema['minItems'] ?? 0), wishes.all === true ? 1 : 0);
    return Array.from({ length }, () => inner(schema['items']));
  }
  if (type !== 'object') return null;
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>;
  const keys = wishes.all === true ? Object.keys(properties) : ((schema['required'] ?? []) as string[]);
  return Object.fromEntries(keys.map((key) => [key, inner(properties[key])]));
}

function jsonOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/** A small body that a schema accepts, made from what the schema says. Refinements may still refuse it. */
export function sampleOf(schema: z.ZodType, wishes: SampleWishes = {}): Record<string, unknown> {
  const json = jsonOf(schema);
  return fromJson(json, (json['$defs'] ?? {}) as Json, wishes) as Record<string, unknown>;
}

/** The names of all fields that take an id, however deep. */
export function idFieldsOf(schema: z.ZodType): string[] {
  const names = new Set<string>();
  const walk = (piece: unknown, name: string): void => {
    if (typeof piece !== 'object' || piece === null) return;
    if ((piece as Json)['format'] === 'uuid') names.add(name);
    for (const [key, value] of Object.entries(piece))
      walk(value, key === 'properties' || Array.isArray(piece) || structural.has(key) ? name : key);
  };
  walk(jsonOf(schema), '');
  return [...names];
}

/** Keys of JSON Schema that are not names of fields. */
const structural = new Set([
  'items',
  'anyOf',
  'oneOf',
  'allOf',
  '$defs',
  'additionalProperties',
  'propertyNames',
]);
