import { createCipheriv, randomBytes } from 'node:crypto';
import { KeyRing } from '../secrets/key-ring.js';
import { openContent, sealContent } from './sealed-content.js';

const key = randomBytes(32);
const ring = new KeyRing([key]);
const content = { subject: 'Din kode', paragraphs: ['Æblegrød på åen'], code: '123456' };

describe('a mail at rest', () => {
  it('opens with the key and the delivery it was sealed for', () => {
    expect(openContent(ring, 'a', sealContent(ring, 'a', content))).toEqual(content);
  });

  it('shows nothing of what it says', () => {
    expect(sealContent(ring, 'a', content).toString('latin1')).not.toContain('123456');
  });

  it.each([
    ['another key', new KeyRing([randomBytes(32)]), 'a'],
    ['another delivery', ring, 'b'],
  ])('refuses %s', (_, otherRing, id) => {
    const sealed = sealContent(ring, 'a', content);
    expect(() => openContent(otherRing, id, sealed)).toThrow();
  });

  it('refuses bytes that were changed', () => {
    const sealed = sealContent(ring, 'a', content);
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
    expect(() => openContent(ring, 'a', sealed)).toThrow();
  });

  it('opens what version 0.1 closed, also after the key was changed', () => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('a'));
    const closed = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
    const sealed = Buffer.concat([nonce, cipher.getAuthTag(), closed]);
    expect(openContent(new KeyRing([randomBytes(32), key]), 'a', sealed)).toEqual(content);
  });
});
