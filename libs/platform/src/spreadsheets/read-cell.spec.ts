import fc from 'fast-check';
import { neutralise } from './export-column.js';
import {
  isFormulaLike,
  readEmail,
  readPhone,
  readPostalCode,
  readText,
  readYesNo,
  tidyText,
} from './read-cell.js';
import { readDate } from './read-date.js';
import { readDecimal } from './read-number.js';

const value = (reading: { ok: boolean; value?: unknown; problem?: { code: string } }) =>
  reading.ok ? reading.value : reading.problem?.code;

describe('a Danish date', () => {
  it.each([
    ['15-11-2024', '2024-11-15'],
    ['01/03-25', '2025-03-01'],
    ['1/3 2025', '2025-03-01'],
    ['1.3.2025', '2025-03-01'],
    ['01.03.25', '2025-03-01'],
    ['2025-03-01', '2025-03-01'],
    ['2025-03-01 00:00:00', '2025-03-01'],
    ['2025-03-01T08:30:00Z', '2025-03-01'],
    ['1. marts 2025', '2025-03-01'],
    ['den 31. december 2026', '2026-12-31'],
    ['45717', '2025-03-01'],
    ['29-02-2024', '2024-02-29'],
    ['03-04-49', '2049-04-03'],
    ['03-04-50', '1950-04-03'],
    ['  ', null],
  ])('%p is %p', (text, date) => {
    expect(value(readDate(text))).toBe(date);
  });

  it('that does not exist is a problem that names the last day of the month', () => {
    expect(readDate('31-02-2025')).toEqual({
      ok: false,
      problem: { code: 'date-impossible', params: { last: '28-02-2025' } },
    });
  });

  it('with the month first is a problem that shows it the Danish way', () => {
    expect(readDate('02/28/2025')).toEqual({
      ok: false,
      problem: { code: 'date-month-first', params: { month: 28, suggestion: '28-02-2025' } },
    });
  });

  it.each(['i morgen', '32-13-2025', '2025', '15-11', '00-00-2025', '15-11-202', '1. mars'])(
    '%p is not a date',
    (text) => {
      expect(value(readDate(text))).toBe('date-unreadable');
    },
  );

  it('in the year 20245 or 0225 is a slip of the finger', () => {
    expect(value(readDate('15-11-0225'))).toBe('date-far-off');
    expect(readDate('15-11-20245').ok).toBe(false);
  });

  it('every date is read back from every way of writing it', () => {
    const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (instant) => {
        const iso = instant.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const ways = [
          `${day}-${month}-${year}`,
          `${day}/${month}-${year.slice(2)}`,
          `${day}.${month}.${year}`,
          iso,
        ];
        expect(ways.map((way) => value(readDate(way)))).toEqual(ways.map(() => iso));
      }),
    );
  });
});

describe('a Danish decimal number', () => {
  it.each([
    ['1,5', 1.5],
    ['10', 10],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1 234,5', 1234.5],
    ['1.5', 1.5],
    ['1.234', 1234],
    ['1,234.5', 1234.5],
    ['-2,25', -2.25],
    ['3 stk.', 3],
    ['', null],
  ])('%p is %p', (text, number) => {
    expect(value(readDecimal(text))).toBe(number);
  });

  it.each(['to-tre', '2-3', '1,2,3', '12.34.56', '1e3', 'ca. 4', '0x10', '1.2345,6'])(
    '%p is not a number',
    (text) => {
      expect(value(readDecimal(text))).toBe('number-unreadable');
    },
  );

  it('outside its range is a problem that names the range', () => {
    expect(readDecimal('-1', { min: 0, max: 500 })).toEqual({
      ok: false,
      problem: { code: 'number-range', params: { min: 0, max: 500 } },
    });
  });

  it('whatever Denmark writes is read back', () => {
    const written = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 3 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (thousandths) => {
        expect(value(readDecimal(written.format(thousandths / 1000)))).toBe(thousandths / 1000 || 0);
      }),
    );
  });
});

describe('yes and no', () => {
  it.each(['Ja', 'ja', 'JA ', 'x', 'j'])('%p is yes', (text) => {
    expect(value(readYesNo(text))).toBe(true);
  });
  it.each(['nej', 'Nej', 'n', '0'])('%p is no', (text) => {
    expect(value(readYesNo(text))).toBe(false);
  });
  it('blank is neither, and "måske" is a problem', () => {
    expect(value(readYesNo(' '))).toBeNull();
    expect(value(readYesNo('måske'))).toBe('yes-no-unreadable');
  });
});

describe('contact fields', () => {
  it.each(['20 24 96 16', '+45 20249616', '0045 20 24 96 16', 'Tlf. 20-24-96-16', '4520249616'])(
    '%p is a phone',
    (text) => {
      expect(value(readPhone(text))).toBe('+4520249616');
    },
  );
  it('a foreign number keeps its country', () => {
    expect(value(readPhone('+46 70 123 45 67'))).toBe('+46701234567');
  });
  it.each(['123', '2024961', '202496166', '+45 1234', 'spørg Karen'])('%p is no phone', (text) => {
    expect(value(readPhone(text))).toBe('phone-unreadable');
  });
  it('a postal code has four digits', () => {
    expect(['9800', 'DK-9800', '980', '98000', ''].map((text) => value(readPostalCode(text)))).toEqual([
      '9800',
      '9800',
      'postal-code-unreadable',
      'postal-code-unreadable',
      null,
    ]);
  });
  it('a mail address is read in lower case', () => {
    expect(value(readEmail('SOEREN.6@VIRKSOMHED6.EXAMPLE'))).toBe('soeren.6@virksomhed6.example');
    expect(value(readEmail('ikke en mail'))).toBe('email-unreadable');
  });
});

describe('text', () => {
  it('loses line breaks, double spaces and what cannot be seen', () => {
    expect(tidyText('  Åse \u00a0 Nørgaard\u200b ')).toBe('Åse Nørgaard');
    expect(tidyText('Bageriet\r\nafd. Hjørring')).toBe('Bageriet afd. Hjørring');
    expect(tidyText('Bla\u030abær')).toBe('Blåbær');
  });

  it('too long is a problem, not a cut', () => {
    expect(value(readText('a'.repeat(81), 80))).toBe('text-too-long');
    expect(value(readText('a'.repeat(80), 80))).toBe('a'.repeat(80));
  });

  it('that begins like a formula is neutralised on the way out and the same again on the way in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = tidyText(text);
        expect(isFormulaLike(neutralise(kept))).toBe(false);
        if (!kept.startsWith("'")) expect(tidyText(neutralise(kept))).toBe(kept);
      }),
    );
  });
});
