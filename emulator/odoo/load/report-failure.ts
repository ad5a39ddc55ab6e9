import { ConstraintFault, OdooFault } from '../faults.ts';

export type Message = Readonly<Record<string, unknown>>;

/** A refused row as an entry of `messages`. */
export function reportFailure(info: Message, error: unknown): Message {
  if (!(error instanceof OdooFault)) throw error;
  if (error instanceof ConstraintFault) {
    return {
      ...info,
      type: 'error',
      message: error.loadMessage ?? error.message,
      ...(error.column && { field: error.column }),
    };
  }
  const { message } = error;
  // A warning with a way out is none of Odoo's user errors: what it is made of is shown as Python shows it.
  if (error.pythonClass === 'odoo.exceptions.RedirectWarning')
    return { ...info, ...unknown(error, pythonTuple(error.arguments)) };
  if (isUserError(error)) return { ...info, type: 'error', message };
  return { ...info, ...unknown(error, message) };
}

function unknown({ pythonClass }: OdooFault, text: string): Message {
  const kind = pythonClass.replace('builtins.', '');
  return {
    type: 'error',
    message: `Unknown error during import: <class '${kind}'>: ${text}`,
    moreinfo: 'Resolve other errors first',
  };
}

function pythonTuple(values: readonly unknown[]): string {
  const parts = values.map((value) => {
    if (value === null) return 'None';
    return typeof value === 'string' ? `'${value.replaceAll('\n', '\\n')}'` : JSON.stringify(value);
  });
  return `(${parts.join(', ')})`;
}

export const isUserError = (error: OdooFault): boolean => error.pythonClass.startsWith('odoo.exceptions.');
