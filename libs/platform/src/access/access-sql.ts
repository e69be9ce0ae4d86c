import { rulesToAST } from '@casl/ability/extra';
import type { Ability, Action } from './policies.js';

/** A condition to put behind AND, always in brackets, with its parameters. */
export interface AccessSql {
  readonly sql: string;
  readonly params: readonly unknown[];
}

interface Node {
  readonly operator: string;
  readonly value: unknown;
  readonly field?: string;
}

const column = /^[a-z][a-z0-9_]*$/;

/**
 * The rows of a subject type on which an ability allows an action, as SQL. No permission is FALSE, unrestricted is
 * TRUE (security.md 8). NULL columns count as in the ability: `null` equals `null` and is in no list. Ranges are
 * refused: the ability counts `null` as 0 in them, SQL does not.
 * @param alias the table's alias in the statement
 * @param firstParam the number of the first free `$n`
 */
export function accessSql(
  ability: Ability,
  action: Action,
  subject: string,
  { alias, firstParam }: { readonly alias: string; readonly firstParam: number },
): AccessSql {
  const tree = rulesToAST(ability, action, subject) as Node | null;
  if (tree === null) return { sql: '(false)', params: [] };
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${String(firstParam + params.push(value) - 1)}`;
  return { sql: `(${write(tree, alias, bind)})`, params };
}

function write(node: Node, alias: string, bind: (value: unknown) => string): string {
  if (node.field === undefined) return writeCompound(node, alias, bind);
  if (!column.test(node.field))
    throw new Error(`A policy names the column ${node.field}; use snake_case column names`);
  return writeField(node.operator, `${alias}.${node.field}`, node.value, bind);
}

function writeCompound(node: Node, alias: string, bind: (value: unknown) => string): string {
  const parts = (node.value as readonly Node[]).map((part) => write(part, alias, bind));
  switch (node.operator) {
    case 'and':
      return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
    case 'or':
      return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
    case 'not':
      return `not (${parts.join(' and ')})`;
    case 'nor':
      return `not (${parts.join(' or ')})`;
    default:
      throw new Error(`A policy uses ${node.operator}, which has no SQL here`);
  }
}

function writeField(
  operator: string,
  field: string,
  value: unknown,
  bind: (value: unknown) => string,
): string {
  switch (operator) {
    case 'eq':
      return value === null ? `${field} is null` : `${field} is not distinct from ${bind(value)}`;
    case 'ne':
      return value === null ? `${field} is not null` : `${field} is distinct from ${bind(value)}`;
    case 'in':
      return `coalesce(${field} = any (${bind(value)}), false)`;
    case 'nin':
      return `not coalesce(${field} = any (${bind(value)}), false)`;
    default:
      throw new Error(`A policy uses ${operator}, which has no SQL here`);
  }
}
