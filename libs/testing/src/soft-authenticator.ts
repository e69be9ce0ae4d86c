import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What an installation asks of an authenticator; browsers hand it over. */
interface Asked {
  readonly challengeId: string;
  readonly options: { readonly challenge: string; readonly rpId?: string | undefined };
}

interface AskedToMake {
  readonly challengeId: string;
  readonly options: {
    readonly challenge: string;
    readonly rp: { readonly id?: string | undefined };
    readonly user: { readonly id: string };
  };
}

/** What a dishonest or broken authenticator does differently. */
export interface Deviation {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly counter?: number;
  /** Somebody touched it, but did not prove to be its owner. */
  readonly unverified?: boolean;
  readonly type?: string;
  readonly userHandle?: string;
}

const verified = 0x05;
const touchedOnly = 0x01;
const withCredential = 0x40;

/** CBOR of what authenticators write: small maps, texts, bytes, integers (RFC 8949). */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, length: number): Buffer =>
    length < 24
      ? Buffer.from([(major << 5) | length])
      : length < 256
        ? Buffer.from([(major << 5) | 24, length])
        : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, entry]) => [cbor(key), cbor(entry as string)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** An authenticator in software with one passkey: what a phone does, for tests without a browser. */
export class SoftAuthenticator {
  private readonly id = randomBytes(32);
  private readonly key: KeyObject;
  private readonly point: { x: Buffer; y: Buffer };
  private handle = randomBytes(16).toString('base64url');
  private counter = 0;

  /** @param origin the page it believes to be on */
  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = publicKey.export({ format: 'jwk' });
    this.key = privateKey;
    this.point = { x: Buffer.from(jwk.x ?? '', 'base64url'), y: Buffer.from(jwk.y ?? '', 'base64url') };
  }

  /** Makes its passkey: the body for adding it. */
  make(asked: AskedToMake, name: string, deviation: Deviation = {}): Record<string, unknown> {
    this.handle = asked.options.user.id;
    const cose = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, this.point.x],
      [-3, this.point.y],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, cbor(cose)]);
    const authData = Buffer.concat([
      this.authenticatorData(asked.options.rp.id ?? '', withCredential, deviation),
      credential,
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      challengeId: asked.challengeId,
      name,
      id: this.id.toString('base64url'),
      clientDataJSON: this.clientData('webauthn.create', asked.options.challenge, deviation).toString(
        'base64url',
      ),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: ['internal'],
    };
  }

  /** Answers a challenge: the body for signing in or confirming. */
  answer(asked: Asked, deviation: Deviation = {}): Record<string, unknown> {
    this.counter += 1;
    const authenticatorData = this.authenticatorData(asked.options.rpId ?? '', 0, deviation);
    const clientData = this.clientData('webauthn.get', asked.options.challenge, deviation);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), this.key);
    return {
      challengeId: asked.challengeId,
      id: this.id.toString('base64url'),
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: deviation.userHandle ?? this.handle,
    };
  }

  private clientData(type: string, challenge: string, deviation: Deviation): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: deviation.type ?? type,
        challenge: deviation.challenge ?? challenge,
        origin: deviation.origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }

  private authenticatorData(rpId: string, flags: number, deviation: Deviation): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(deviation.counter ?? this.counter);
    const presence = deviation.unverified === true ? touchedOnly : verified;
    return Buffer.concat([sha256(deviation.rpId ?? rpId), Buffer.from([presence | flags]), counter]);
  }
}
