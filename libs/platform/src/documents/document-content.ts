/** Space around a piece, in points: left, top, right, bottom. */
export type Margin = [number, number, number, number];

interface Look {
  readonly style?: 'title' | 'heading' | 'lead' | 'label' | 'small' | 'paragraph';
  readonly margin?: Margin;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly pageBreak?: 'before' | 'after';
  /** Keeps the piece on one page where it can be. */
  readonly unbreakable?: boolean;
  readonly width?: number | '*' | 'auto';
}

/** A line drawn through points, or a straight one: in points from the piece's upper left corner. */
export type Drawing =
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly lineWidth: number;
      readonly lineColor: string;
    }
  | {
      readonly type: 'polyline';
      readonly points: readonly { readonly x: number; readonly y: number }[];
      readonly lineWidth: number;
      readonly lineColor: string;
      readonly lineCap?: 'round';
    };

/** A piece of a document: the part of pdfmake's content shape that the product uses. */
export type DocumentContent =
  | (Look & { readonly text: string | readonly DocumentContent[] })
  | (Look & { readonly stack: readonly DocumentContent[] })
  | (Look & { readonly columns: readonly DocumentContent[]; readonly columnGap?: number })
  | (Look & { readonly ul: readonly DocumentContent[] })
  | (Look & { readonly canvas: readonly Drawing[] })
  | (Look & {
      readonly table: {
        readonly widths: readonly (number | '*' | 'auto')[];
        readonly body: readonly (readonly DocumentContent[])[];
        readonly headerRows?: number;
        readonly dontBreakRows?: boolean;
      };
      readonly layout?: 'noBorders' | 'lightHorizontalLines';
    });
