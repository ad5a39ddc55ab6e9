import { isOdooError } from '../../src/odoo/faults.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function deleteContact(odoo: Odoo, id: number): Promise<'deleted' | 'kept' | 'gone'> {
  try {
    await odoo.model(Contact).unlink([id]);
    return 'deleted';
  } catch (error) {
    if (isOdooError(error, 'odoo_missing')) return 'gone';
    if (isOdooError(error, 'odoo_user_error', 'odoo_access_error')) return 'kept';
    throw error;
  }
}
