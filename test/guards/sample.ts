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

function text(schema: Json): string {
  const format = texts[String(schema['format'])];
  if (format !== undefined) return format;
  const pattern = patterns.find(([known]) => known.test(String(schema['pattern'])));
  if (pattern !== undefined) return pattern[1];
  return 'x'.repeat(Math.max(1, Number(schema['minLength'] ?? 1)));
}

function fromJson(schema: Json, definitions: Json): unknown {
  if (typeof schema['$ref'] === 'string')
    return fromJson((definitions[schema['$ref'].split('/').at(-1) ?? ''] ?? {}) as Json, definitions);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const alternatives = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Json[] | undefined;
  if (alternatives?.[0] !== undefined) return fromJson(alternatives[0], definitions);
  const type = Array.isArray(schema['type']) ? (schema['type'] as unknown[])[0] : schema['type'];
  if (type === 'string') return text(schema);
  if (type === 'integer' || type === 'number') return Math.max(Number(schema['minimum'] ?? 1), 1);
  if (type === 'boolean') return true;
  if (type === 'array')
    return Array.from({ length: Number(schema['minItems'] ?? 0) }, () =>
      fromJson((schema['items'] ?? {}) as Json, definitions),
    );
  if (type !== 'object') return null;
  const required = (schema['required'] ?? []) as string[];
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>;
  return Object.fromEntries(required.map((key) => [key, fromJson(properties[key] ?? {}, definitions)]));
}

/** A small body that a schema accepts, made from what the schema says. Refinements may still refuse it. */
export function sampleOf(schema: z.ZodType): Record<string, unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return fromJson(json, (json['$defs'] ?? {}) as Json) as Record<string, unknown>;
}
