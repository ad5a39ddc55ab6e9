/** Somebody in the sample data as whom one may look around. */
export interface DemoLogin {
  readonly name: string;
  /** Where they look: the customers' portal, or Odoo itself. */
  readonly place: 'portal' | 'odoo';
  readonly company?: string;
  readonly login: string;
  readonly password: string;
}
