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
  if (isUserError(error)) return { ...info, type: 'error', message };
  const kind = error.pythonClass.replace('builtins.', '');
  return {
    ...info,
    type: 'error',
    message: `Unknown error during import: <class '${kind}'>: ${message}`,
    moreinfo: 'Resolve other errors first',
  };
}

export const isUserError = (error: OdooFault): boolean => error.pythonClass.startsWith('odoo.exceptions.');
