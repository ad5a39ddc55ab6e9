import { typeError, valueError } from '../faults.ts';
import { toPython } from './from-python.ts';
import { createNamespace, type PyValue } from './object.ts';
import { pyStr } from './text.ts';

/** `json`, as code of server actions has it. */
export const createJson = () =>
  createNamespace('json', {
    dumps: ([value]: readonly PyValue[]) => JSON.stringify(toPlain(value ?? null)),
    loads: ([text]: readonly PyValue[]) => {
      try {
        return toPython(JSON.parse(pyStr(text ?? '')));
      } catch {
        throw valueError('Expecting value: line 1 column 1 (char 0)');
      }
    },
  });

/** Keys become text; what JSON has no word for, such as a moment, is refused. */
function toPlain(value: PyValue): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [pyStr(key), toPlain(item)]));
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  throw typeError('Object is not JSON serializable');
}
