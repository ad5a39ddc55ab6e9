import type { Cells } from '../../../sync/import-row.ts';
import type { Organization } from '../schema.ts';

/** An organisation as a company in Odoo. */
export function mapOrganization(organization: Organization): Cells {
  return {
    name: organization.name.trim() || `Zammad organisation ${organization.id}`,
    is_company: '1',
    active: organization.active ? '1' : '0',
  };
}
