import { randomBytes } from 'node:crypto';
import { openContent, sealContent } from './sealed-content.js';

const key = randomBytes(32);
const content = { subject: 'Din kode', paragraphs: ['Æblegrød på åen'], code: '123456' };

describe('a mail at rest', () => {
  it('opens with the key and the delivery it was sealed for', () => {
    expect(openContent(key, 'a', sealContent(key, 'a', content))).toEqual(content);
  });

  it('shows nothing of what it says', () => {
    expect(sealContent(key, 'a', content).toString('latin1')).not.toContain('123456');
  });

  it.each([
    ['another key', randomBytes(32), 'a'],
    ['another delivery', key, 'b'],
  ])('refuses %s', (_, otherKey, id) => {
    const sealed = sealContent(key, 'a', content);
    expect(() => openContent(otherKey, id, sealed)).toThrow();
  });

  it('refuses bytes that were changed', () => {
    const sealed = sealContent(key, 'a', content);
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
    expect(() => openContent(key, 'a', sealed)).toThrow();
  });
});
