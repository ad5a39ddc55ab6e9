import { type AccessDeclaration, defineAccess, type Right } from '../../schema/index.ts';

/** Who works with what the desk keeps; customers have no access line to anything of it. */
type Role = 'technician' | 'administrator' | 'service';

export const ALL: readonly Right[] = ['read', 'write', 'create', 'delete'];

/** The access lines of a model, one for each role that is named: `access_<name>_<role>`. */
export const grantAccess = (
  name: string,
  model: string,
  rights: Readonly<Partial<Record<Role, readonly Right[]>>>,
): readonly AccessDeclaration[] =>
  Object.entries(rights).map(([role, of]) =>
    defineAccess({ id: `access_${name}_${role}`, model, group: `group_${role}`, rights: of }),
  );

/** What administrators set up, technicians read, and the service hands out. */
export const grantSettings = (name: string, model: string): readonly AccessDeclaration[] =>
  grantAccess(name, model, {
    technician: ['read'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  });
