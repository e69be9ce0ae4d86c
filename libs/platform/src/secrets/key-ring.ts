import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const formatByte = 1;
const idBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + idBytes;
/** Keys from a file are read again after this long, in milliseconds. */
export const rereadAfter = 1_000;
const shortest = headBytes + nonceBytes + tagBytes;

/** Something sealed cannot be opened: says why, never what. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** One key of the ring with what is derived from it. */
interface RingKey {
  readonly id: Buffer;
  readonly secret: Buffer;
  readonly sealing: Buffer;
}

function derive(secret: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `rygrad ${use}`, 32));
}

function ringKey(secret: Uint8Array): RingKey {
  if (secret.length !== 32) throw new Error('A key of the ring must be 32 bytes');
  return {
    id: derive(secret, 'key id').subarray(0, idBytes),
    secret: Buffer.from(secret),
    sealing: derive(secret, 'seal'),
  };
}

/** Nonce, tag and ciphertext; undefined when the key is another one or a byte was changed. */
function decrypt(key: Buffer, closed: Buffer, bound: Buffer): Buffer | undefined {
  if (closed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, key, closed.subarray(0, nonceBytes));
  decipher.setAAD(bound);
  decipher.setAuthTag(closed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(closed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Where the keys come from: the current one first. Asked again when something names a key that is not known. */
export type KeySource = () => readonly Uint8Array[];

/**
 * The installation's keys: the current one closes, all of them open. What is sealed names its key, so that keys can be
 * changed while the product runs (`rygrad keys rotate`).
 */
export class KeyRing {
  private keys: readonly RingKey[] = [];
  private readAt = 0;
  private readonly lookupKeys = new Map<string, Buffer>();

  /** @param source the keys, or where to read them again; 32 bytes each, the current one first */
  constructor(private readonly source: readonly Uint8Array[] | KeySource) {
    this.reload();
  }

  /** Reads the keys anew, when they come from a file that may have changed. */
  reload(): void {
    const secrets = typeof this.source === 'function' ? this.source() : this.source;
    const keys = secrets.map(ringKey);
    const ids = new Set(keys.map((key) => key.id.toString('hex')));
    if (keys.length === 0) throw new Error('The key ring is empty');
    if (ids.size < keys.length) throw new Error('The key ring holds the same key twice');
    this.keys = keys;
    this.readAt = Date.now();
  }

  /** The names of the keys, current one first; a name tells nothing of its key. */
  get keyIds(): readonly string[] {
    return this.keys.map((key) => key.id.toString('hex'));
  }

  /** What everything that is sealed with the current key begins with. */
  get currentHead(): Buffer {
    return Buffer.concat([Buffer.of(formatByte), this.current.id]);
  }

  /**
   * Closes something with the current key: AES-256-GCM with a random nonce.
   * @param context where it lies, e.g. `participant_cpr.sealed:<row id>`; it opens there only
   */
  seal(plain: Uint8Array | string, context: string): Buffer {
    this.follow();
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.current.sealing, nonce);
    cipher.setAAD(Buffer.concat([this.currentHead, Buffer.from(context)]));
    const closed = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
    return Buffer.concat([this.currentHead, nonce, cipher.getAuthTag(), closed]);
  }

  /**
   * Opens what {@link seal} closed, whichever key of the ring did it.
   * @throws SealError when its key is not in the ring, or it was changed or lies elsewhere than it was sealed for
   */
  open(sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed);
    const key = this.keyOf(bytes);
    const bound = Buffer.concat([bytes.subarray(0, headBytes), Buffer.from(context)]);
    const opened = decrypt(key.sealing, bytes.subarray(headBytes), bound);
    if (opened === undefined)
      throw new SealError('what is sealed here was changed, or was sealed for another place');
    return opened;
  }

  /**
   * Opens what was closed before keys had names (version 0.1: the mails of that time).
   * @throws SealError as {@link open}
   */
  openUnnamed(sealed: Uint8Array, context: string): Buffer {
    for (const key of this.keys) {
      const opened = decrypt(key.secret, Buffer.from(sealed), Buffer.from(context));
      if (opened !== undefined) return opened;
    }
    throw new SealError('no key of the ring opens this');
  }

  /** The name of the key something was sealed with; undefined when it was not sealed by a ring. */
  keyIdOf(sealed: Uint8Array): string | undefined {
    if (sealed.length < shortest || sealed[0] !== formatByte) return undefined;
    return Buffer.from(sealed.subarray(1, headBytes)).toString('hex');
  }

  /** Was this sealed with the current key? */
  isCurrent(sealed: Uint8Array): boolean {
    return this.keyIdOf(sealed) === this.keyIds[0];
  }

  /**
   * A keyed hash to find a sealed value by (HMAC-SHA-256, a key of its own for each purpose): write this one.
   * @param value in its one written form; the caller takes spaces and dashes out first
   */
  lookup(value: string, purpose: string): Buffer {
    this.follow();
    return this.hash(this.current, value, purpose);
  }

  /** The hashes a value may be found by, for `lookup = any ($1)`: while keys are changed some rows have the old one. */
  lookups(value: string, purpose: string): Buffer[] {
    return this.keys.map((key) => this.hash(key, value, purpose));
  }

  /** Takes over a change of keys within a second: what is sealed with a key that is about to go would be lost. */
  private follow(): void {
    if (typeof this.source === 'function' && Date.now() - this.readAt > rereadAfter) this.reload();
  }

  private hash(key: RingKey, value: string, purpose: string): Buffer {
    const name = `${key.id.toString('hex')}:${purpose}`;
    const derived = this.lookupKeys.get(name) ?? derive(key.secret, `lookup ${purpose}`);
    this.lookupKeys.set(name, derived);
    return createHmac('sha256', derived).update(value, 'utf8').digest();
  }

  private get current(): RingKey {
    const [key] = this.keys;
    if (key === undefined) throw new Error('The key ring is empty');
    return key;
  }

  private keyOf(sealed: Buffer): RingKey {
    const id = this.keyIdOf(sealed);
    if (id === undefined) throw new SealError('this was not sealed by this product');
    const known = this.find(id);
    if (known !== undefined) return known;
    this.reload();
    const found = this.find(id);
    if (found === undefined)
      throw new SealError(`the key ${id} is not in the ring; add it to SECRET_KEYS_OLD or the key file`);
    return found;
  }

  private find(id: string): RingKey | undefined {
    return this.keys.find((key) => key.id.toString('hex') === id);
  }
}
