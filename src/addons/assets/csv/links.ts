interface LinkedModel {
  /** Fields by which a cell names a record of it. */
  readonly by: readonly string[];
  /** Whose it is, where customers may have ones that are called alike. */
  readonly owner?: string;
}

/** Models whose records a cell may name. */
export const LINKS: Readonly<Record<string, LinkedModel>> = {
  'res.partner': { by: ['name', 'ref', 'email_normalized'] },
  'res.users': { by: ['name', 'login'] },
  'maintenance.equipment.category': { by: ['name'] },
  'x_support.site': { by: ['x_name', 'x_code'], owner: 'x_partner_id' },
};
