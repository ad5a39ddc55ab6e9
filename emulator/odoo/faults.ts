/** An exception as Odoo reports it: the Python class by its full name, its message, its arguments. */
export class OdooFault extends Error {
  readonly pythonClass: string;
  readonly arguments: readonly unknown[];
  readonly context: Readonly<Record<string, unknown>>;

  constructor(pythonClass: string, message: string, args: readonly unknown[] = [message]) {
    super(message);
    this.pythonClass = pythonClass;
    this.arguments = args;
    this.context = {};
  }
}

/** A row that PostgreSQL would refuse; `load` names its column, every other caller sees a ValidationError. */
export class ConstraintFault extends OdooFault {
  readonly column: string | undefined;
  readonly loadMessage: string | undefined;

  constructor(message: string, options: { readonly column?: string; readonly loadMessage?: string } = {}) {
    super('odoo.exceptions.ValidationError', message);
    this.column = options.column;
    this.loadMessage = options.loadMessage;
  }
}

export const userError = (message: string) => new OdooFault('odoo.exceptions.UserError', message);
export const validationError = (message: string) => new OdooFault('odoo.exceptions.ValidationError', message);
export const accessError = (message: string) => new OdooFault('odoo.exceptions.AccessError', message);
export const accessDenied = (message = 'Access Denied') =>
  new OdooFault('odoo.exceptions.AccessDenied', message);
export const valueError = (message: string) => new OdooFault('builtins.ValueError', message);
export const typeError = (message: string) => new OdooFault('builtins.TypeError', message);
export const keyError = (key: string) => new OdooFault('builtins.KeyError', key);
export const attributeError = (message: string) => new OdooFault('builtins.AttributeError', message);

export function missingRecord(model: string, id: number, uid: number): OdooFault {
  return new OdooFault(
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: ${uid})`,
  );
}

export const notSingleton = (model: string, ids: readonly number[]) =>
  valueError(`Expected singleton: ${recordsetText(model, ids)}`);

export const baseFieldFault = () =>
  userError(
    'Properties of base fields cannot be altered in this manner! ' +
      'Please modify them through Python code, preferably through a custom addon!',
  );

/** What whoever may not use a message's document is told; posting counts as creating a message. */
export const noSender = () =>
  userError("Unable to send message, please configure the sender's email address.");

export const messageRefusal = (uid: number, operation: string, ids: readonly number[]) =>
  accessError(
    'The requested operation cannot be completed due to security restrictions. ' +
      'Please contact your system administrator.\n\n' +
      `(Document type: Message, Operation: ${operation})\n\nRecords: [${ids.join(', ')}], User: ${uid}`,
  );

/** An id list is written as Python writes a tuple, the lone comma included. */
export function recordsetText(model: string, ids: readonly number[]): string {
  return `${model}(${ids.join(', ')}${ids.length === 1 ? ',' : ''})`;
}
