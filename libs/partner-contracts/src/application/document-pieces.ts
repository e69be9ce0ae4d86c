import { documentWidth, type DocumentContent } from '#libs/platform';

/** A thin line across the page. */
export function rule(): DocumentContent {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: documentWidth, y2: 0, lineWidth: 0.75, lineColor: '#bfbfbf' }],
    margin: [0, 4, 0, 12],
  };
}

/** Two columns: what, and its value; the first is `labelWidth` points wide. */
export function facts(
  rows: readonly (readonly [label: string, value: string])[],
  labelWidth = 112,
): DocumentContent {
  return {
    layout: 'noBorders',
    margin: [0, 0, 0, 6],
    table: {
      widths: [labelWidth, '*'],
      dontBreakRows: true,
      body: rows.map(([label, value]) => [{ text: label, color: '#454545' }, { text: value }]),
    },
  };
}
