import { isAllowed } from '../access/access-lines.ts';
import { checkAccess, getRows, mayUse } from '../access/check-access.ts';
import type { Method, Operation } from '../model.ts';

const operations: readonly Operation[] = ['read', 'write', 'create', 'unlink'];

const toOperation = (value: unknown): Operation => operations.find((known) => known === value) ?? 'read';

export const hasAccess: Method = {
  on: 'record',
  params: ['operation'],
  run: ({ env, model, ids, args }) =>
    mayUse(env, model, toOperation(args.operation), getRows(env, model, ids)),
};

export const checkAccessMethod: Method = {
  on: 'record',
  params: ['operation'],
  run({ env, model, ids, args }) {
    checkAccess(env, model, toOperation(args.operation), getRows(env, model, ids));
    return null;
  },
};

export const checkAccessRights: Method = {
  on: 'model',
  params: ['operation', 'raise_exception?'],
  run({ env, model, args }) {
    const operation = toOperation(args.operation);
    if (args.raise_exception === false) return isAllowed(env, model, operation);
    checkAccess(env, model, operation, []);
    return null;
  },
};
