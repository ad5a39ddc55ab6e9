import type { Shown } from '../../../portal/shown.ts';

/** A bar of a chart, in the units of its drawing. */
export interface Bar {
  readonly label: Shown;
  /** What stands behind the bar; undefined where nothing is known, which is no bar and no zero. */
  readonly value: Shown | undefined;
  readonly isKnown: boolean;
  readonly top: number;
  readonly middle: number;
  readonly width: number;
}

export interface Chart {
  /** Whether there is anything to draw. */
  readonly isKnown: boolean;
  readonly bars: readonly Bar[];
  readonly height: number;
}

const ROW = 24;
/** Between the names of months and the numbers. */
const WIDEST = 190;

/** Bars that lie, so that their names can be read on a phone. The longest is as long as `most`, or the largest value. */
export function drawChart(
  rows: readonly {
    readonly label: Shown;
    readonly amount: number | undefined;
    readonly value: Shown | undefined;
  }[],
  most = Math.max(1, ...rows.map(({ amount = 0 }) => amount)),
): Chart {
  return {
    isKnown: rows.some(({ value }) => value !== undefined),
    height: rows.length * ROW,
    bars: rows.map(({ label, amount = 0, value }, index) => ({
      label,
      value,
      isKnown: value !== undefined,
      top: index * ROW + 4,
      middle: index * ROW + 17,
      width: Math.round((amount / most) * WIDEST * 10) / 10,
    })),
  };
}
