import fc from 'fast-check';
import { holdsCpr } from './cpr.js';

describe('a text that holds a CPR number', () => {
  it.each([
    '010190-1234',
    '010190 1234',
    '010190\u20111234',
    'Cpr: 290224-0000.',
    'hun (311299–1234) ringede',
    '610190-1234',
    'født 010190 - 1234',
  ])('is known: %s', (text) => {
    expect(holdsCpr(text)).toBe(true);
  });

  it.each([
    '28662017',
    '+45 20 10 10 12',
    '2026-12-01T09:00:00.000Z',
    '01.12.26 1200',
    '0193d5a0-0000-7000-8000-010190123456',
    '320190-1234',
    '011390-1234',
    '1010190-12345',
    'x010190-1234',
    '5790000123456',
    '',
  ])('is not seen in: %s', (text) => {
    expect(holdsCpr(text)).toBe(false);
  });

  it('is known in one piece by its check digit, and only then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (serial) => {
        const text = `150285${String(serial).padStart(4, '0')}`;
        expect(holdsCpr(text)).toBe(holdsTen(text));
        expect(holdsCpr(`${text.slice(0, 6)}-${text.slice(6)}`)).toBe(true);
      }),
    );
  });
});

function holdsTen(digits: string): boolean {
  const sum = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce(
    (total, weight, at) => total + weight * Number(digits[at]),
    0,
  );
  return sum % 11 === 0;
}
