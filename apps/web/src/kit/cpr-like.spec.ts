import { isCprLike } from './cpr-like.js';

describe('a search that looks like a CPR number', () => {
  it('is known however it is written', () => {
    for (const text of ['010108-1234', '0101081234', '311299 0000', 'Jens 010108-1234'])
      expect([text, isCprLike(text)]).toEqual([text, true]);
  });

  it('is not a participant id, a CVR number, a phone number or a date', () => {
    for (const text of ['UNG-00042', '29189382', '+45 12 34 56 78', '24.12.2026', ''])
      expect([text, isCprLike(text)]).toEqual([text, false]);
  });
});
