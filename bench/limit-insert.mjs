/** The limit for b: node:http, and one statement that inserts the row and its event. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.OWNER_URL, max: 10 });
const text = `
  with made as (
    insert into initiative (id, alliance_id, name, purpose, operating_units, stop_rule, created_at)
    values ($1, $2, $3, '', '{}', '', now()) returning id)
  insert into event (id, alliance_id, type, occurred_at, actor_kind, subject_kind, subject_id, payload)
  select $4, $2, 'portfolio.initiative-brought', now(), 'system', 'initiative', id, '{}' from made`;

createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok');
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const { alliance, name } = JSON.parse(Buffer.concat(pieces).toString());
    const id = randomUUID();
    pool.query({ name: 'insert', text, values: [id, alliance, name, randomUUID()] }).then(
      () => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id })),
      () => response.writeHead(500).end(),
    );
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
