import { Database } from '#libs/platform';
import type { TestApp } from '#libs/testing';

type Query = (this: unknown, ...args: unknown[]) => unknown;

/** What an application says to its database, without the values: to compare what two requests had it do. */
export interface Statements {
  /** What was said since the last call. */
  taken(): string[];
  stop(): void;
}

const hints = 'select pg_notify';
const values = /'[^']*'|[0-9a-f]{8}-[0-9a-f-]{27}/g;

function shapeOf(sent: unknown): string {
  const text = typeof sent === 'string' ? sent : (sent as { text?: unknown }).text;
  return typeof text === 'string' ? text.replaceAll(values, '?').replaceAll(/\s+/g, ' ').trim() : '';
}

/** Listens to every statement of an application's pool. */
export function listenToStatements(app: TestApp): Statements {
  const { Client } = app.get(Database).pool as unknown as { Client: { prototype: { query: Query } } };
  const { prototype } = Client;
  const inherited = prototype.query;
  let heard: string[] = [];
  prototype.query = function (...args) {
    const shape = shapeOf(args[0]);
    if (shape !== '' && !shape.startsWith(hints)) heard.push(shape);
    return inherited.apply(this, args);
  };
  return {
    taken() {
      const all = heard;
      heard = [];
      return all;
    },
    stop() {
      prototype.query = inherited;
    },
  };
}
