import { csvCell, csvText } from './csv-file.js';

describe('a list as CSV', () => {
  it('opens in Danish spreadsheets: byte order mark, semicolons, CRLF', () => {
    const columns = [
      { key: 'name', header: 'Navn', cell: () => null, text: (row: { name: string }) => row.name },
      { key: 'city', header: 'By; land', cell: () => 'Hjørring' },
      { key: 'end', header: 'Fjern', cell: () => 'x', isActions: true },
    ];
    expect(csvText(columns, [{ name: 'Åse "Smed"' }])).toBe(
      '\uFEFFNavn;"By; land"\r\n"Åse ""Smed""";Hjørring\r\n',
    );
  });

  it.each(['=1+1', '+45 12345678', '@sum', '-x', '\tx'])('does not let %j become a formula', (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });

  it('leaves negative numbers as numbers', () => {
    expect(csvCell('-3,5')).toBe('-3,5');
  });
});
