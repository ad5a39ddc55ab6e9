/** Some of those that Odoo offers, as a selection. */
export const TIMEZONES = [
  'America/New_York',
  'Asia/Bangkok',
  'Europe/Amsterdam',
  'Europe/Brussels',
  'Europe/Madrid',
  'Europe/Paris',
  'UTC',
].map((name) => [name, name] as const);
