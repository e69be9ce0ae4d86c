import { Redis } from 'ioredis';
import pino from 'pino';
import { type AllianceRole, allianceRoles } from '#libs/api-schema';
import { holdsCpr, newId } from '#libs/kernel';
import { LOGGER, SocketServer } from '#libs/platform';
import {
  connectSocket,
  startMailServer,
  type TestAnswer,
  type TestApp,
  type TestMailServer,
  type TestPerson,
} from '#libs/testing';
import { type Route, routesOf } from '../guards/routes.js';
import { sampleOf } from '../guards/sample.js';
import { addressOf, idPlaces, tablesNamed } from './attempts.js';
import { type House, mayUse, openHouse, rowsOf, textsOf } from './house.js';

const numbers = 500;
/** Takes no text, and seconds. */
const takesLong = new Set(['POST /api/v1/example-alliances']);

/** CPR numbers with a check digit, each once, parted in the ways people part them. */
function inventCprs(): { typed: string; digits: string }[] {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2];
  const found: { typed: string; digits: string }[] = [];
  for (let serial = 1; found.length < numbers; serial += 1) {
    const day = String((serial % 28) + 1).padStart(2, '0');
    const month = String((serial % 12) + 1).padStart(2, '0');
    const nine = `${day}${month}${String(60 + (serial % 40))}${String(100 + (serial % 900))}`;
    const check = (11 - (weights.reduce((sum, weight, at) => sum + weight * Number(nine[at]), 0) % 11)) % 11;
    if (check === 10 || found.some(({ digits }) => digits === nine + String(check))) continue;
    const digits = nine + String(check);
    const parting = ['-', '', ' ', '–'][found.length % 4] ?? '';
    found.push({ digits, typed: digits.slice(0, 6) + parting + digits.slice(6) });
  }
  return found;
}

/** Every line of the application's structured log, as it leaves the process. */
function listenToLog(app: TestApp): string[] {
  const lines: string[] = [];
  const logger = app.get<Record<symbol, { write: (line: string) => unknown }>>(LOGGER);
  logger[pino.symbols.streamSym] = { write: (line) => lines.push(line) };
  return lines;
}

describe('500 CPR numbers typed where they do not belong', () => {
  const cprs = inventCprs();
  let next = 0;
  const cpr = (): string => cprs[next++ % cprs.length]?.typed ?? '';
  /** As a header may hold it. */
  const plain = (): string => cpr().replace('–', '-');
  let house: House;
  let mails: TestMailServer;
  let log: string[];
  let redis: Redis;
  let toRedis: Redis;
  const redisHeard: string[] = [];
  const answers: { what: string; answer: TestAnswer }[] = [];

  beforeAll(async () => {
    mails = await startMailServer();
    const url = process.env['REDIS_URL'] ?? '';
    redis = new Redis(url);
    toRedis = await redis.monitor();
    toRedis.on('monitor', (_time: string, command: string[]) => redisHeard.push(command.join(' ')));
    house = await openHouse({ LOG_LEVEL: 'info', SMTP_URL: mails.url, REDIS_URL: url });
    log = listenToLog(house.app);
  }, 60_000);
  afterAll(async () => {
    await house.app.close();
    toRedis.disconnect();
    redis.disconnect();
    await mails.stop();
  });

  /** What holds one of the numbers, in whichever way it is parted. */
  const found = (text: string): string[] => {
    const digits = text.replaceAll(/(?<=\d)[\s._/\u2010-\u2015-]{1,3}(?=\d)/gu, '');
    return cprs
      .filter((one) => digits.includes(one.digits) || text.includes(one.typed))
      .map((one) => one.typed);
  };

  /** Every text of a body replaced by a number; what is asked for by its name stays out of it. */
  const everywhere = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === 'cpr' ? value : cpr();
    if (Array.isArray(value)) return value.map((one) => everywhere(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, everywhere(inner, name)]));
  };

  it('are typed into every field of every route, into addresses, headers, files and sockets', async () => {
    const own = rowsOf(await textsOf(house, house.own));
    const some = (word: string): string => own.get(tablesNamed(word, own)[0] ?? '')?.[0] ?? newId();
    const present = new Map<AllianceRole | 'admin', TestPerson>([...house.people, ['admin', house.admin]]);
    const whoFor = (route: Route): AllianceRole | 'admin' =>
      route.access?.kind === 'admin'
        ? 'admin'
        : (allianceRoles.find((role) => mayUse(house, role, route)) ?? 'secretariat');
    const send = async (route: Route, address: string, body?: unknown): Promise<void> => {
      const role = whoFor(route);
      const once = (): Promise<TestAnswer> | undefined =>
        present
          .get(role)
          ?.client.raw(route.method, address, body === undefined ? undefined : JSON.stringify(body), {
            headers: {
              ...{ 'if-match': '"1"', 'idempotency-key': newId(), 'x-correlation-id': plain() },
              ...{ 'user-agent': plain(), referer: `http://x.example/${encodeURIComponent(cpr())}` },
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
          });
      let answer = await once();
      if (answer?.status === 401 && route.access?.kind !== 'public') {
        present.set(role, await house.another(role));
        answer = await once();
      }
      if (answer !== undefined)
        answers.push({ what: `${route.name} ${JSON.stringify(body ?? null).slice(0, 200)}`, answer });
    };
    for (const route of routesOf(house.app)) {
      if (takesLong.has(route.name)) continue;
      const ids = Object.fromEntries(idPlaces(route).map(({ name, word }) => [name, some(word)]));
      const address = addressOf(route, house.own, ids);
      const query = route.query === undefined ? {} : sampleOf(route.query, { all: true });
      const asked = new URLSearchParams(
        Object.keys(query).map((name): [string, string] => [name, cpr()]),
      ).toString();
      const { body } = route;
      if (body !== undefined) {
        const id = some('organisation');
        await send(route, address, sampleOf(body, { all: true, text: cpr(), id }));
        await send(route, address, everywhere(sampleOf(body, { all: true, id })));
        await send(route, address, { ...sampleOf(body, { id }), [cpr()]: cpr() });
      }
      await send(route, `${address}?${asked}`, body === undefined ? undefined : sampleOf(body));
      await send(
        route,
        route.path.replaceAll(/:\w+/g, () => encodeURIComponent(cpr())),
      );
    }
    expect(answers.filter(({ answer }) => answer.status >= 500).map(({ what }) => what)).toEqual([]);
    expect(next).toBeGreaterThan(2 * numbers);
  }, 120_000);

  it('are typed into forms without account, lists that are uploaded, and rooms', async () => {
    const secretary = await house.another('secretariat');
    const list = `Navn;CVR;Mail;Kontakt;Noter\n${Array.from({ length: 20 }, () => `${cpr()};${cpr()};${cpr()}@x.example;${cpr()};${cpr()}`).join('\n')}\n`;
    const uploaded = await secretary.client.upload(`/api/v1/alliances/${house.own}/partner-imports`, {
      name: `${cpr()}.csv`,
      type: 'text/csv',
      bytes: Buffer.from(list),
    });
    answers.push({ what: 'upload', answer: uploaded });
    const forms = routesOf(house.app).filter(
      ({ method, path }) => method === 'POST' && /^\/[hl]\//.test(path),
    );
    const names = ['name', 'email', 'note', 'wish', 'message', 'code', 'reason', 'firstName', 'contact'];
    for (const { path, name } of forms) {
      const at = path.replace(':allianceSlug', 'egen').replaceAll(/:\w+/g, () => encodeURIComponent(cpr()));
      const fields = Object.fromEntries(names.map((field) => [field, cpr()]));
      answers.push({ what: name, answer: await house.app.world.stranger.form(at, fields) });
    }
    const declared = house.app.get(SocketServer).declared();
    const own = rowsOf(await textsOf(house, house.own));
    for (const role of allianceRoles) {
      const socket = await connectSocket(house.app.url, (await house.another(role)).cookie, house.own);
      for (const [event, { schema }] of declared) {
        const id = own.get('meeting')?.[0] ?? newId();
        for (const payload of [sampleOf(schema, { all: true, text: cpr(), id }), { [cpr()]: cpr() }]) {
          const said = await socket.send(event, payload);
          if (!said.ok) expect(found(said.message)).toEqual([]);
        }
      }
      socket.close();
    }
  });

  it('are refused on a page when they come from a page', async () => {
    const typed = cpr();
    const path = `/l/contract/${'a'.repeat(43)}/confirm`;
    const answer = await house.app.world.stranger.form(
      path,
      { name: typed },
      { headers: { accept: 'text/html' } },
    );
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toContain('Her må der ikke stå et CPR-nummer');
    expect(found(answer.text)).toEqual([]);
  });

  it('are found in no problem document, no header, no line of the log, no mail and no word to Redis', async () => {
    // Whatever was left to be done has time to be done.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const told: string[] = [];
    for (const { what, answer } of answers) {
      if (found([...answer.headers].join()).length > 0) told.push(`header: ${what}`);
      if (answer.status >= 400 && found(answer.text).length > 0)
        told.push(`${what}: ${answer.text.slice(0, 300)}`);
    }
    for (const line of log) if (found(line).length > 0) told.push(`log: ${line}`);
    for (const mail of mails.mails)
      if (found(`${mail.subject ?? ''} ${mail.text} ${JSON.stringify(mail.envelope)}`).length > 0)
        told.push(`mail: ${mail.subject ?? ''}`);
    for (const command of redisHeard)
      if (found(command).length > 0) told.push(`redis: ${command.slice(0, 200)}`);
    expect(told).toEqual([]);
    expect(log.length).toBeGreaterThan(300);
    expect(redisHeard.length).toBeGreaterThan(10);
    expect(answers.filter(({ answer }) => answer.text.includes('CPR')).length).toBeGreaterThan(20);
  });

  it('lie readable in no table: no event, no job, no mail, no file, no column', async () => {
    const tables = await house.app.database.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const kept: string[] = [];
    for (const { name } of tables) {
      const rows = await house.app.database.query<{ row: string }>(
        `select t::text as row from ${name} t where t::text ~ '\\d{6}.{0,3}\\d{4}'`,
      );
      for (const { row } of rows) if (found(row).length > 0) kept.push(`${name}: ${row.slice(0, 300)}`);
    }
    expect(kept).toEqual([]);
  });

  it('would be found: the numbers are seen in a text that holds one', () => {
    for (const { typed, digits } of cprs) {
      expect(holdsCpr(`ringet til ${typed}.`)).toBe(true);
      expect(found(`{"a":"${digits}"}`)).toContain(typed);
    }
  });
});
