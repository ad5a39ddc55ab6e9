import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { Operation } from './models.ts';
import { Merge, Split, SplitLine } from './wizard-models.ts';

/** The journal is written by the actions alone: whoever could change it could move what is not theirs. */
export const access = [
  ...grantAccess('operation', Operation.name, { technician: ['read'], service: ['read'] }),
  ...grantAccess('merge', Merge.name, { technician: ALL }),
  ...grantAccess('split', Split.name, { technician: ALL }),
  ...grantAccess('split_line', SplitLine.name, { technician: ALL }),
];
