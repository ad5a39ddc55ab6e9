import { defineAccess } from '../../schema/index.ts';

/**
 * Sources come from the service's settings and runs from the service; the views let nobody make them. Administrators
 * may all the same, so that an import can run with their account.
 */
export const access = [
  defineAccess({
    id: 'access_import_source_administrator',
    model: 'x_support.import_source',
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_import_source_service',
    model: 'x_support.import_source',
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
  defineAccess({
    id: 'access_import_run_administrator',
    model: 'x_support.import_run',
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_import_run_service',
    model: 'x_support.import_run',
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];
