import { z } from 'zod';

type Unit = 'min' | 'h' | 'd';

const pattern = (units: readonly Unit[]) => new RegExp(`^(\\d+(?:\\.\\d+)?) ?(${units.join('|')})$`);
const ANY = pattern(['min', 'h', 'd']);

/** A time as the organisation's file has it: a number of hours, or one with its unit. */
export const duration = (units: readonly Unit[], examples: string) =>
  z.union([z.number().positive(), z.string().regex(pattern(units), `must be a time such as ${examples}`)]);

/** @param dayHours how many hours a day has */
export function inHours(time: number | string, dayHours = 24): number {
  if (typeof time === 'number') return time;
  const [, amount = '', unit] = ANY.exec(time) ?? [];
  return Number(amount) * { min: 1 / 60, h: 1, d: dayHours }[unit as Unit];
}
