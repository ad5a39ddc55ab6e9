import type { Method } from '../model.ts';

/** A method of the model itself, by its signature: `IrSequence(sequence_code, sequence_date?)`. */
export const onModel = (signature: string, run: Method['run']): Method => ({
  on: 'model',
  ...parseSignature(signature),
  run,
});

/** A method of records. */
export const onRecord = (signature: string, run: Method['run']): Method => ({
  on: 'record',
  ...parseSignature(signature),
  run,
});

/** The Python class that a wrong call names, and the arguments; `**` takes any further keyword. */
function parseSignature(signature: string): Pick<Method, 'params' | 'open' | 'pythonName'> {
  const [, pythonName, list = ''] = /^(\w*)\((.*)\)$/.exec(signature) ?? [];
  const names = list.split(', ').filter(Boolean);
  return {
    params: names.filter((name) => !name.startsWith('**')),
    open: names.some((name) => name.startsWith('**')),
    ...(pythonName && { pythonName }),
  };
}
