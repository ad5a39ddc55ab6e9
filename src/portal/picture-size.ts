import type { Attributes } from 'sanitize-html';

/** In pixels of the page. */
export interface PictureSize {
  readonly width?: number;
  readonly height?: number;
}

/** Wider than any column; what is larger says nothing. */
const LARGEST = 4_000;

/** The size at which whoever wrote a text wanted a picture shown, by its style before its attributes, as browsers do. */
export function findPictureSize({ style = '', width, height }: Attributes): PictureSize {
  const size = {
    width: findPixels(styleOf(style, 'width') ?? width),
    height: findPixels(styleOf(style, 'height') ?? height),
  };
  return {
    ...(size.width === undefined ? {} : { width: size.width }),
    ...(size.height === undefined ? {} : { height: size.height }),
  };
}

function styleOf(style: string, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1];
}

const PIXELS_PER: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, in: 96, cm: 96 / 2.54 };

/** Shares of a column or of a letter's size are left to the page. */
function findPixels(text: string | undefined): number | undefined {
  const [, number, unit = ''] =
    /^\s*(\d{1,5}(?:\.\d{1,9})?)\s*([a-z]{0,2})\s*(?:!important\s*)?$/i.exec(text ?? '') ?? [];
  const factor = PIXELS_PER[unit.toLowerCase()];
  if (number === undefined || factor === undefined) return undefined;
  const pixels = Math.round(Number(number) * factor);
  return pixels <= LARGEST ? pixels : undefined;
}
