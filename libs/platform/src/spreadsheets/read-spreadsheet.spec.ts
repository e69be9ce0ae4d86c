import { isDomainError } from '#libs/kernel';
import { readSpreadsheet } from './read-spreadsheet.js';
import { defaultLimits } from './sheet.js';

const text = (content: string) => new TextEncoder().encode(content);

describe('reading in a thread of its own', () => {
  it('gives the sheet', async () => {
    const sheet = await readSpreadsheet(text('Navn;By\nBageriet;Vrå\n'));
    expect(sheet.rows).toEqual([{ line: 2, cells: ['Bageriet', 'Vrå'] }]);
  });

  it('gives a refusal as an expected failure with what fills its message', async () => {
    const reading = readSpreadsheet(text('Navn;By\n' + 'x;y\n'.repeat(11)), { ...defaultLimits, rows: 10 });
    const error: unknown = await reading.catch((caught: unknown) => caught);
    expect(isDomainError(error, 'platform/spreadsheet-too-many-rows') && error.params).toEqual({ limit: 10 });
  });

  it('stops a reading that takes too long', async () => {
    const reading = readSpreadsheet(text('Navn;By\nx;y\n'), { ...defaultLimits, milliseconds: 1 });
    await expect(reading).rejects.toMatchObject({ code: 'platform/spreadsheet-too-slow' });
  });
});
