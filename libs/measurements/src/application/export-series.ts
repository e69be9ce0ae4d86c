import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CellState, indicatorSeries, Locale, seriesQuery } from '#libs/api-schema';
import {
  type ExportColumn,
  exportFileName,
  type ExportValue,
  type PersonActor,
  writeCsv,
  writeXlsx,
} from '#libs/platform';
import { ShowIndicators } from './show-indicators.query.js';

type Series = z.input<typeof indicatorSeries>;

/** A file to be saved. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const words = {
  da: {
    columns: [
      'Periode',
      'Status',
      'Værdi',
      'Enhed',
      'Tæller',
      'Nævner',
      'Kendte',
      'Ukendte',
      'Svarprocent',
      'Foreløbig',
      'Note',
    ],
    states: {
      value: 'Tal',
      suppressed: 'Skjult, under {below} personer',
      missing: 'Mangler',
      stale: 'Forældet',
      not_applicable: 'Ikke relevant',
    },
    few: 'under {below}',
    atLeast: 'mindst {percent}',
  },
  en: {
    columns: [
      'Period',
      'Status',
      'Value',
      'Unit',
      'Numerator',
      'Denominator',
      'Known',
      'Unknown',
      'Response rate',
      'Preliminary',
      'Note',
    ],
    states: {
      value: 'Figure',
      suppressed: 'Hidden, under {below} people',
      missing: 'Missing',
      stale: 'Out of date',
      not_applicable: 'Not applicable',
    },
    few: 'under {below}',
    atLeast: 'at least {percent}',
  },
} as const satisfies Record<
  Locale,
  { columns: readonly string[]; states: Record<CellState, string>; few: string; atLeast: string }
>;

const units = {
  da: {
    percent: 'procent',
    people: 'personer',
    number: 'antal',
    kroner: 'kroner',
    days: 'dage',
    index: 'indeks',
  },
  en: {
    percent: 'percent',
    people: 'people',
    number: 'number',
    kroner: 'kroner',
    days: 'days',
    index: 'index',
  },
} as const satisfies Record<Locale, Record<Series['unit'], string>>;

const kinds = [
  'text',
  'text',
  'number',
  'text',
  'number',
  'number',
  'text',
  'text',
  'text',
  'yes-no',
  'text',
] as const;

/** An indicator's curve as a file: the same figures as the page shows, hidden where the page hides them. */
@Injectable()
export class ExportSeries {
  constructor(private readonly show: ShowIndicators) {}

  /** Text for any spreadsheet program. */
  async csv(actor: PersonActor, id: string, query: z.output<typeof seriesQuery>): Promise<ExportedFile> {
    const series = await this.show.series(actor, id, query);
    return {
      name: exportFileName(series.name, 'csv'),
      mediaType: 'text/csv; charset=utf-8',
      bytes: writeCsv(columnsOf(actor.locale), rowsOf(series, actor.locale)),
    };
  }

  /** An Excel workbook. */
  async xlsx(actor: PersonActor, id: string, query: z.output<typeof seriesQuery>): Promise<ExportedFile> {
    const series = await this.show.series(actor, id, query);
    return {
      name: exportFileName(series.name, 'xlsx'),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx(series.name, columnsOf(actor.locale), rowsOf(series, actor.locale)),
    };
  }
}

function columnsOf(locale: Locale): ExportColumn[] {
  return words[locale].columns.map((header, index) => ({ header, kind: kinds[index] ?? 'text' }));
}

function rowsOf(series: Series, locale: Locale): ExportValue[][] {
  const text = words[locale];
  const below = String(series.suppressBelow);
  const count = (people: Series['points'][number]['known']): ExportValue => {
    if (people === null) return null;
    return people.state === 'value' ? String(people.count) : text.few.replace('{below}', below);
  };
  return series.points.map(({ period, cell, known, unknown, completeness, preliminary, note }) => {
    const figure = cell.state === 'value' || cell.state === 'stale' ? cell : null;
    const rate = completeness === null ? null : `${String(completeness.percent)} %`;
    return [
      period,
      text.states[cell.state].replace('{below}', below),
      figure?.value ?? null,
      units[locale][series.unit],
      figure?.numerator ?? null,
      figure?.denominator ?? null,
      count(known),
      count(unknown),
      rate !== null && completeness?.atLeast === true ? text.atLeast.replace('{percent}', rate) : rate,
      preliminary,
      note,
    ];
  });
}
