import { accessError } from '../faults.ts';
import type { Env, Operation } from '../model.ts';

/** What whoever may not use a message's document is told; posting counts as creating a message. */
export const messageRefusal = (env: Env, operation: Operation, ids: readonly number[]) =>
  accessError(
    'The requested operation cannot be completed due to security restrictions. ' +
      'Please contact your system administrator.\n\n' +
      `(Document type: Message, Operation: ${operation})\n\nRecords: [${ids.join(', ')}], User: ${env.uid}`,
  );
