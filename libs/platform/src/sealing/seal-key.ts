import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

/** The key pair a platform seals documents with, as it is used by the sealer. */
export interface SealKey {
  /** Private key, not extractable. */
  readonly privateKey: webcrypto.CryptoKey;
  /** The seal's own certificate, DER. */
  readonly certificate: Uint8Array;
  /** Issuers above it, nearest first, DER; empty for a self-signed one. */
  readonly chain: readonly Uint8Array[];
  /** Common name in the certificate: who the seal says it is. */
  readonly commonName: string;
  /** SHA-256 of the certificate, hex: what the verification page compares with. */
  readonly fingerprint: string;
  /** Made by the platform itself at its first start: production start refuses it. */
  readonly isDevelopmentCertificate: boolean;
}

/** Name of the one file in the key directory: private key first, then certificate and chain, PEM. */
export const sealKeyFile = 'seal.pem';

const developmentUnit = 'Rygrad development certificate';
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

x509.cryptoProvider.set(webcrypto);

/**
 * Reads the seal's key from `directory`, and makes a development key there when there is none.
 * Two processes that start together agree on one key: the file is linked into place, never overwritten.
 * @throws when the file is there but cannot be read as key + certificate
 */
export async function loadOrCreateSealKey(directory: string, now: Date): Promise<SealKey> {
  const path = join(directory, sealKeyFile);
  const existing = await readIfThere(path);
  if (existing !== undefined) return parseSealKey(existing);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const candidate = join(directory, `.${sealKeyFile}.${randomBytes(6).toString('hex')}`);
  await writeFile(candidate, await createDevelopmentPem(now), { mode: 0o600, flag: 'wx' });
  try {
    await chmod(candidate, 0o600);
    await link(candidate, path);
  } catch (error) {
    if (!isFileSystemError(error, 'EEXIST')) throw error;
  } finally {
    await rm(candidate, { force: true });
  }
  return parseSealKey(await readFile(path, 'utf8'));
}

/** Parses one PEM text: an RSA private key (PKCS #8), its certificate, then the chain above it. */
export async function parseSealKey(pem: string): Promise<SealKey> {
  const blocks = x509.PemConverter.decodeWithHeaders(pem);
  const key = blocks.find((block) => block.type === 'PRIVATE KEY');
  const certificates = blocks
    .filter((block) => block.type === 'CERTIFICATE')
    .map((block) => new x509.X509Certificate(block.rawData));
  const own = certificates[0];
  if (key === undefined || own === undefined) {
    throw new Error(`${sealKeyFile} must hold a PKCS #8 private key and its certificate, both as PEM`);
  }
  return {
    privateKey: await webcrypto.subtle.importKey('pkcs8', key.rawData, algorithm, false, ['sign']),
    certificate: new Uint8Array(own.rawData),
    chain: certificates.slice(1).map((certificate) => new Uint8Array(certificate.rawData)),
    commonName: own.subjectName.getField('CN')[0] ?? own.subject,
    fingerprint: Buffer.from(await own.getThumbprint('SHA-256')).toString('hex'),
    isDevelopmentCertificate: own.subjectName.getField('OU').includes(developmentUnit),
  };
}

async function createDevelopmentPem(now: Date): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const serial = randomBytes(16);
  serial[0] = (serial[0] ?? 0) & 0x7f;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial.toString('hex'),
    name: [{ CN: ['Rygrad seal (development)'] }, { OU: [developmentUnit] }, { O: ['Rygrad'] }],
    notBefore: new Date(now.getTime() - 24 * 3600_000),
    notAfter: new Date(now.getTime() + 10 * 365 * 24 * 3600_000),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n${certificate.toString('pem')}\n`;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isFileSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isFileSystemError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
