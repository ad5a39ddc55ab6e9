import { isAllowed } from '../access/access-lines.ts';
import { checkAccess, getRows, mayUse } from '../access/check-access.ts';
import type { Operation } from '../model.ts';
import { onModel, onRecord } from './define-method.ts';

const operations: readonly Operation[] = ['read', 'write', 'create', 'unlink'];

const toOperation = (value: unknown): Operation => operations.find((known) => known === value) ?? 'read';

export const hasAccess = onRecord('(operation)', ({ env, model, ids, args }) =>
  mayUse(env, model, toOperation(args.operation), getRows(env, model, ids)),
);

export const checkAccessMethod = onRecord('(operation)', ({ env, model, ids, args }) => {
  checkAccess(env, model, toOperation(args.operation), getRows(env, model, ids));
  return null;
});

export const checkAccessRights = onModel('(operation, raise_exception?)', ({ env, model, args }) => {
  const operation = toOperation(args.operation);
  if (args.raise_exception === false) return isAllowed(env, model, operation);
  checkAccess(env, model, operation, []);
  return null;
});
