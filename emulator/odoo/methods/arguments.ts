/** Arguments of a call, read with Python's idea of "given". */
export const optionalNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

export const optionalText = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

export const textList = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;
