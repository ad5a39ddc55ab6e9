/**
 * The prefix of all that we deploy. It must not be the name of a module: Odoo deletes records under a module's
 * own prefix when that module is upgraded.
 */
export const PREFIX = '__supportdesk__';

/** The external id in full: ours for a bare id, Odoo's own as it is. */
export function toExternalId(id: string): string {
  return id.includes('.') ? id : `${PREFIX}.${id}`;
}
