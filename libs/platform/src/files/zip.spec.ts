import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type ZipEntry, zipOf } from './zip.js';

const at = new Date('2026-12-01T12:00:00Z');

async function* those(...entries: readonly ZipEntry[]): AsyncGenerator<ZipEntry> {
  for (const entry of entries) {
    await Promise.resolve();
    yield entry;
  }
}

async function read(entries: AsyncIterable<ZipEntry>): Promise<Record<string, Uint8Array>> {
  const pieces: Buffer[] = [];
  for await (const piece of zipOf(entries, at)) pieces.push(piece as Buffer);
  return unzipSync(Buffer.concat(pieces));
}

describe('a ZIP that is written while it is read', () => {
  it('holds what was put in, packed or not, with Danish names', async () => {
    const picture = randomBytes(700_001);
    const text = Buffer.from('Æblegrød '.repeat(100_000));
    const found = await read(
      those(
        { path: 'data.json', bytes: text, isPacked: false },
        { path: 'files/01-Aftale på æøå.pdf', bytes: picture, isPacked: true },
        { path: 'files/02-tom.txt', bytes: new Uint8Array(), isPacked: false },
      ),
    );
    expect(Object.keys(found)).toEqual(['data.json', 'files/01-Aftale på æøå.pdf', 'files/02-tom.txt']);
    expect(Buffer.compare(found['data.json'] ?? Buffer.alloc(0), text)).toBe(0);
    expect(Buffer.compare(found['files/01-Aftale på æøå.pdf'] ?? Buffer.alloc(0), picture)).toBe(0);
    expect(found['files/02-tom.txt']).toHaveLength(0);
  });

  it('is one without files, too', async () => {
    expect(await read(those())).toEqual({});
  });

  it('asks for the next file when the one before was taken, and breaks off when one cannot be read', async () => {
    let asked = 0;
    async function* failing(): AsyncGenerator<ZipEntry> {
      for (;;) {
        await Promise.resolve();
        asked += 1;
        if (asked === 3) throw new Error('gone');
        yield { path: `${String(asked)}.bin`, bytes: randomBytes(600_000), isPacked: true };
      }
    }
    const stream = zipOf(failing(), at);
    await stream[Symbol.asyncIterator]().next();
    expect(asked).toBe(1);
    await expect(read(failing())).rejects.toThrow('gone');
  });
});
