/** `{{#if (isEqual a b)}}` */
export function isEqual(left: unknown, right: unknown): boolean {
  return left === right;
}
