import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { OctetString, Sequence } from 'asn1js';
import * as pkijs from 'pkijs';
import { readSignatureFields, type SignatureFieldContent } from './signature-fields.js';

const oid = {
  messageDigest: '1.2.840.113549.1.9.4',
  /** PAdES (ETSI EN 319 142-1, 6.3): the signed attributes name the certificate by its hash. */
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;
/** SHA-1 and older are missing on purpose: such a seal proves nothing. */
const digestNames: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** What is wrong with one seal; null when nothing is. */
export type SealProblem =
  /** The covered range is not "everything but the seal itself": a forged or wrapped seal. */
  | 'range'
  /** The container is not a CMS signature with one signer and its certificate. */
  | 'container'
  /** The document's bytes are not those that were sealed, or the signature does not fit the certificate. */
  | 'changed'
  /** The certificate inside is not the one the signature is bound to (ESS signing-certificate-v2). */
  | 'certificate';

/** One seal found in a document. */
export interface SealCheck {
  /** Name of the signature field, e.g. `Signature_1`. */
  readonly field: string;
  /** The sealed bytes are unchanged and the signature fits the certificate in it. */
  readonly intact: boolean;
  /** Why it is not intact. */
  readonly problem: SealProblem | null;
  /** Nothing stands after what this seal covers. */
  readonly coversWholeFile: boolean;
  /** Revisions appended after the sealed one: 0 for the last seal of an untouched file. */
  readonly laterIncrements: number;
  /** Common name of the certificate, as claimed; trust in it is decided by `fingerprint`. */
  readonly commonName: string | null;
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string | null;
  /** The reason the seal states. */
  readonly reason: string | null;
}

/** All seals of a document, oldest first. */
export interface SealReport {
  readonly seals: readonly SealCheck[];
  /** At least one seal, all intact, and the last one covers the file to its last byte. */
  readonly untouched: boolean;
}

/**
 * Checks every seal in a PDF on its own bytes, without trusting what a reader would show.
 * A document that cannot be parsed has no seals: the answer is then an empty, not untouched report.
 */
export async function verifySeals(bytes: Uint8Array): Promise<SealReport> {
  const fields = await readSignatureFields(bytes);
  const seals = fields.map((field) => checkSeal(bytes, field));
  const last = seals.at(-1);
  return {
    seals,
    untouched: last !== undefined && last.coversWholeFile && seals.every((seal) => seal.intact),
  };
}

function checkSeal(bytes: Uint8Array, field: SignatureFieldContent): SealCheck {
  const end = coveredEnd(bytes, field);
  const found = {
    field: field.name,
    reason: field.reason,
    coversWholeFile: end === bytes.length,
    laterIncrements: end === null ? 0 : countRevisions(bytes.subarray(end)),
  };
  if (end === null) {
    return { ...found, intact: false, problem: 'range', commonName: null, fingerprint: null };
  }
  const container = readContainer(field.contents);
  if (container === null) {
    return { ...found, intact: false, problem: 'container', commonName: null, fingerprint: null };
  }
  const problem = findProblem(container, coveredBytes(bytes, field.byteRange));
  return {
    ...found,
    intact: problem === null,
    problem,
    commonName: /^CN=(.*)$/m.exec(container.certificate.subject)?.[1] ?? container.certificate.subject,
    fingerprint: hash('sha256', container.certificate.raw).toString('hex'),
  };
}

function findProblem(container: Container, covered: Uint8Array): SealProblem | null {
  const { signer, certificate } = container;
  if (!sameBytes(signedOctets(signer, oid.signingCertificateV2), hash('sha256', certificate.raw))) {
    return 'certificate';
  }
  const digest = digestNames[signer.digestAlgorithm.algorithmId];
  const signed = signer.signedAttrs?.encodedValue;
  if (digest === undefined || signed === undefined) return 'container';
  if (!sameBytes(signedOctets(signer, oid.messageDigest), hash(digest, covered))) return 'changed';
  const value = signer.signature.valueBlock.valueHexView;
  return verify(digest, new Uint8Array(signed), certificate.publicKey, value) ? null : 'changed';
}

/** Where the covered bytes end, when they are the whole file up to there except the seal's own hex string. */
function coveredEnd(bytes: Uint8Array, field: SignatureFieldContent): number | null {
  const [start, first, second, rest] = field.byteRange;
  if (field.byteRange.length !== 4 || first === undefined || second === undefined || rest === undefined)
    return null;
  if (start !== 0 || first <= 0 || rest <= 0 || second <= first || second + rest > bytes.length) return null;
  const gap = Buffer.from(bytes.subarray(first, second)).toString('latin1');
  if (!/^<[0-9A-Fa-f]*>$/.test(gap)) return null;
  return Buffer.from(gap.slice(1, -1), 'hex').equals(field.contents) ? second + rest : null;
}

function coveredBytes(bytes: Uint8Array, byteRange: readonly number[]): Uint8Array {
  const [, first = 0, second = 0, rest = 0] = byteRange;
  return Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, second + rest)]);
}

interface Container {
  readonly signer: pkijs.SignerInfo;
  readonly certificate: X509Certificate;
}

function readContainer(contents: Uint8Array): Container | null {
  try {
    const signedData = new pkijs.SignedData({
      schema: pkijs.ContentInfo.fromBER(arrayBuffer(contents)).content,
    });
    const [signer, another] = signedData.signerInfos;
    if (signer?.signedAttrs === undefined || another !== undefined) return null;
    const certificate = (signedData.certificates ?? []).find(
      (candidate): candidate is pkijs.Certificate =>
        candidate instanceof pkijs.Certificate &&
        signer.sid instanceof pkijs.IssuerAndSerialNumber &&
        candidate.issuer.isEqual(signer.sid.issuer) &&
        candidate.serialNumber.isEqual(signer.sid.serialNumber),
    );
    return certificate === undefined
      ? null
      : { signer, certificate: new X509Certificate(Buffer.from(certificate.toSchema(true).toBER(false))) };
  } catch {
    return null;
  }
}

/** The octets a signed attribute holds: a digest, or the hash in an ESS certificate reference. */
function signedOctets(signer: pkijs.SignerInfo, type: string): Buffer | undefined {
  return firstOctets(signer.signedAttrs?.attributes.find((each) => each.type === type)?.values[0]);
}

function firstOctets(value: unknown): Buffer | undefined {
  if (value instanceof OctetString) return Buffer.from(value.valueBlock.valueHexView);
  if (!(value instanceof Sequence)) return undefined;
  for (const inner of value.valueBlock.value) {
    const found = firstOctets(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function countRevisions(tail: Uint8Array): number {
  if (tail.length === 0) return 0;
  return Math.max(1, Buffer.from(tail).toString('latin1').split('%%EOF').length - 1);
}

function hash(name: string, bytes: Uint8Array): Buffer {
  return createHash(name).update(bytes).digest();
}

function sameBytes(left: Buffer | undefined, right: Buffer): boolean {
  return left?.length === right.length && timingSafeEqual(left, right);
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
