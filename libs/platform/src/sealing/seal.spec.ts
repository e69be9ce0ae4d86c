import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDF } from '@libpdf/core';
import { loadOrCreateSealKey, type SealKey } from './seal-key.js';
import { sealPdf } from './seal.js';
import { verifySeals } from './verify-seals.js';

const run = promisify(execFile);
const now = new Date('2026-12-01T09:00:00Z');
const statement = {
  reason: 'Partnerskabsaftale underskrevet af begge parter (æøå)',
  name: 'Ungegarantien i Hjørring',
  location: 'https://rygrad.example',
  sealedAt: now,
};
let directory: string;
let key: SealKey;
let plain: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'seal-'));
  key = await loadOrCreateSealKey(directory, now);
  const pdf = PDF.create();
  pdf.addPage({ size: 'a4' }).drawText('Virksomheden tager imod to unge', { x: 50, y: 700 });
  plain = await pdf.save();
  sealed = await sealPdf(plain, key, statement);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

async function pdfsig(bytes: Uint8Array): Promise<string> {
  const path = join(directory, 'checked.pdf');
  await writeFile(path, bytes);
  const { stdout } = await run(process.env['PDFSIG_PATH'] ?? 'pdfsig', ['-nocert', path]).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout;
}

function withBytes(bytes: Uint8Array, change: (copy: Buffer) => Buffer): Uint8Array {
  return new Uint8Array(change(Buffer.from(bytes)));
}

describe('the key of the seal', () => {
  it('is made once, readable by its owner only, and says that it is for development', async () => {
    const path = join(directory, 'seal.pem');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const again = await loadOrCreateSealKey(directory, now);
    expect(again.fingerprint).toBe(key.fingerprint);
    expect(again.isDevelopmentCertificate).toBe(true);
  });

  it('is the same for two processes that start at the same moment', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'seal-'));
    const both = await Promise.all([loadOrCreateSealKey(fresh, now), loadOrCreateSealKey(fresh, now)]);
    expect(both[0].fingerprint).toBe(both[1].fingerprint);
    await rm(fresh, { recursive: true });
  });

  it('refuses a file that holds no key instead of making a new one over it', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'seal-'));
    await writeFile(join(broken, 'seal.pem'), 'not a key');
    await expect(loadOrCreateSealKey(broken, now)).rejects.toThrow('seal.pem');
    expect(await readFile(join(broken, 'seal.pem'), 'utf8')).toBe('not a key');
    await rm(broken, { recursive: true });
  });
});

describe('a sealed document', () => {
  it('is valid and wholly covered in our eyes', async () => {
    const report = await verifySeals(sealed);
    expect(report).toMatchObject({
      untouched: true,
      seals: [{ intact: true, problem: null, coversWholeFile: true, laterIncrements: 0 }],
    });
    expect(report.seals[0]?.fingerprint).toBe(key.fingerprint);
    expect(report.seals[0]?.reason).toBe('Partnerskabsaftale underskrevet af begge parter æøå');
  });

  it('is valid and wholly covered in the eyes of pdfsig', async () => {
    const said = await pdfsig(sealed);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
  });

  it('may be sealed again: both valid, the later one covers the file', async () => {
    const twice = await sealPdf(sealed, key, statement);
    const report = await verifySeals(twice);
    expect(report.untouched).toBe(true);
    expect(report.seals.map((seal) => [seal.intact, seal.coversWholeFile, seal.laterIncrements])).toEqual([
      [true, false, 1],
      [true, true, 0],
    ]);
    expect((await pdfsig(twice)).match(/Signature is Valid/g)).toHaveLength(2);
  });

  it('an unsealed or unreadable document is not untouched', async () => {
    expect(await verifySeals(plain)).toEqual({ seals: [], untouched: false });
    expect(await verifySeals(new TextEncoder().encode('no PDF at all'))).toEqual({
      seals: [],
      untouched: false,
    });
  });
});

describe('tampering is seen when', () => {
  it('one byte of the text is another', async () => {
    const changed = withBytes(sealed, (copy) => {
      const at = copy.indexOf('/MediaBox') + '/MediaBox'.length + 3;
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    });
    expect(await verifySeals(changed)).toMatchObject({ untouched: false, seals: [{ problem: 'changed' }] });
    expect(await pdfsig(changed)).not.toContain('Signature is Valid');
  });

  it('a revision is appended', async () => {
    const pdf = await PDF.load(sealed);
    pdf.getPages()[0]?.drawText('Virksomheden tager imod ti unge', { x: 50, y: 650 });
    const changed = await pdf.save({ incremental: true });
    const report = await verifySeals(changed);
    expect(report.untouched).toBe(false);
    expect(report.seals[0]).toMatchObject({ intact: true, coversWholeFile: false, laterIncrements: 1 });
  });

  it('bytes that no reader shows are appended', async () => {
    const changed = withBytes(sealed, (copy) => Buffer.concat([copy, Buffer.from('\n% more')]));
    expect(await verifySeals(changed)).toMatchObject({
      untouched: false,
      seals: [{ coversWholeFile: false, laterIncrements: 1 }],
    });
  });

  it('the covered range leaves out more than the seal (signature wrapping)', async () => {
    const changed = withBytes(sealed, (copy) => {
      const text = copy.toString('latin1');
      return Buffer.from(
        text.replace(/(\/ByteRange ?\[ ?0 )(\d+)/, (_all, head: string, first: string) => {
          return head + String(Number(first) - 10).padEnd(first.length);
        }),
        'latin1',
      );
    });
    expect(changed).toHaveLength(sealed.length);
    expect(await verifySeals(changed)).toMatchObject({ untouched: false, seals: [{ problem: 'range' }] });
  });

  it('the seal is another document’s', async () => {
    const other = await sealPdf(
      await (async () => {
        const pdf = PDF.create();
        pdf.addPage({ size: 'a4' }).drawText('Virksomheden tager imod ti unge', { x: 50, y: 700 });
        return pdf.save();
      })(),
      key,
      statement,
    );
    const contents = /\/Contents ?(<[0-9A-Fa-f]{200,}>)/;
    const own = contents.exec(Buffer.from(other).toString('latin1'))?.[1] ?? '';
    const changed = withBytes(sealed, (copy) =>
      Buffer.from(
        copy.toString('latin1').replace(contents, (all, old: string) => all.replace(old, own)),
        'latin1',
      ),
    );
    expect(await verifySeals(changed)).toMatchObject({ untouched: false, seals: [{ problem: 'changed' }] });
  });

  it('the seal is emptied', async () => {
    const changed = withBytes(sealed, (copy) =>
      Buffer.from(
        copy.toString('latin1').replace(/<[0-9A-Fa-f]{2000,}>/, (all) => `<${'0'.repeat(all.length - 2)}>`),
        'latin1',
      ),
    );
    expect(await verifySeals(changed)).toMatchObject({ untouched: false, seals: [{ problem: 'container' }] });
  });
});
