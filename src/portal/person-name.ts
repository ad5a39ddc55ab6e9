/** The person in Odoo's "Company, Person". */
export function personName(displayName: string): string {
  return displayName.slice(displayName.lastIndexOf(', ') + 1).trimStart();
}
