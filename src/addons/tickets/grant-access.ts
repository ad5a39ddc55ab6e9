import { type AccessDeclaration, defineAccess, type Right } from '../../schema/index.ts';

/** Who works with what the desk keeps; customers have no access line to anything of it. */
type Role = 'technician' | 'administrator' | 'service';

/** The group of all who work here, however few tickets they see; the wider ones imply it. */
export const EVERY_TECHNICIAN = 'group_technician_own';

const GROUPS: Readonly<Record<Role, string>> = {
  technician: EVERY_TECHNICIAN,
  administrator: 'group_administrator',
  service: 'group_service',
};

export const ALL: readonly Right[] = ['read', 'write', 'create', 'delete'];

/** The access lines of a model, one for each role that is named: `access_<name>_<role>`. */
export const grantAccess = (
  name: string,
  model: string,
  rights: Readonly<Partial<Record<Role, readonly Right[]>>>,
): readonly AccessDeclaration[] =>
  ROLES.flatMap((role) => {
    const of = rights[role];
    return of ? [defineAccess({ id: `access_${name}_${role}`, model, group: GROUPS[role], rights: of })] : [];
  });

const ROLES: readonly Role[] = ['technician', 'administrator', 'service'];

/** What administrators set up, technicians read, and the service hands out. */
export const grantSettings = (name: string, model: string): readonly AccessDeclaration[] =>
  grantAccess(name, model, {
    technician: ['read'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  });
