/** The limit for a: node:http and one prepared statement, for nobody in particular. */
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.OWNER_URL, max: 10 });
const text = `
  with matching as (
    select count(*) as total from organisation o where o.alliance_id = $1 and o.sector = any ($2)),
  picked as (
    select o.id, o.kind, o.name, o.cvr, o.sector, o.postal_code as "postalCode", o.city, m.status, m.joined_on as "joinedOn",
      (select json_build_object('name', k.name, 'email', k.email, 'phone', k.phone) from contact_person k
       where k.alliance_id = o.alliance_id and k.organisation_id = o.id and k.is_primary) as contact
    from organisation o join membership m on m.alliance_id = o.alliance_id and m.organisation_id = o.id
    where o.alliance_id = $1 and o.sector = any ($2) order by o.name, o.id limit 50)
  select json_build_object('items', (select json_agg(picked) from picked), 'total', (select total from matching))::text as page`;

createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok');
  const url = new URL(request.url, 'http://localhost');
  pool
    .query({
      name: 'page',
      text,
      values: [url.searchParams.get('alliance'), url.searchParams.get('sector').split(',')],
    })
    .then(
      ({ rows }) => response.setHeader('content-type', 'application/json').end(rows[0].page),
      () => response.writeHead(500).end(),
    );
}).listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
