import { checkTextShown, makeMark } from './signature.js';

describe('a name under a contract', () => {
  it('is typed, and tidied', () => {
    expect(makeMark('  Åse   Ø. Ærø ', null)).toEqual({ name: 'Åse Ø. Ærø', method: 'typed', strokes: null });
  });

  it('may be drawn beside the typed one', () => {
    const strokes: [number, number][][] = [
      [
        [0, 0],
        [10, 10],
      ],
    ];
    expect(makeMark('Bo Ny', strokes)).toEqual({ name: 'Bo Ny', method: 'drawn', strokes });
  });

  it('a drawing of single dots is no drawing', () => {
    expect(makeMark('Bo Ny', [[[1, 1]]])).toEqual({ name: 'Bo Ny', method: 'typed', strokes: null });
  });

  it.each(['', '   ', 'x', '12 34', 'a'.repeat(121)])('is a name, not %p', (name) => {
    expect(() => makeMark(name, null)).toThrow('partner-contracts/name-missing');
  });

  it('is for the text that was shown and no other', () => {
    checkTextShown('a'.repeat(64), 'a'.repeat(64));
    expect(() => {
      checkTextShown('a'.repeat(64), 'b'.repeat(64));
    }).toThrow('partner-contracts/text-changed');
  });
});
