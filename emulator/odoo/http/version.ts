/** What Odoo says of itself. */
export const version = {
  server_version: '18.0-20250421',
  server_version_info: [18, 0, 0, 'final', 0, ''],
  server_serie: '18.0',
  protocol_version: 1,
} as const;
