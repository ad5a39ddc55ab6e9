/** The person in Odoo's "Company, Person". */
export function personName(displayName: string): string {
  return displayName.split(', ').at(-1) ?? displayName;
}
