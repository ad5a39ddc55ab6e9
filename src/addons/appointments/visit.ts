/** What an appointment can be, in one place: what Odoo holds, shows and colours, and the portal's words, are made of it. */

export const STATUSES = {
  draft: 'Draft',
  confirmed: 'Confirmed',
  in_progress: 'In Progress',
  completed: 'Completed',
  cancelled: 'Cancelled',
} as const;
export type Status = keyof typeof STATUSES;

/** Those that take up the technician's time: a request reserves what it asks for. */
export const RESERVING = ['draft', 'confirmed', 'in_progress'] as const satisfies readonly Status[];

export const PLACES = { site: 'At the Customer’s', online: 'Online', workshop: 'In the Workshop' } as const;

export const VIAS = {
  internal: 'The Desk',
  portal: 'The Portal',
  mail: 'Mail',
  api: 'Another Program',
  automation: 'An Automation',
} as const;

export const CANCEL_REASONS = {
  customer_request: 'The customer asked for it',
  customer_unavailable: 'The customer cannot be there',
  technician_unavailable: 'The technician cannot come',
  emergency: 'Emergency',
  equipment_issue: 'Equipment is missing or broken',
  weather: 'Weather',
  rescheduled: 'Moved to another time',
  duplicate: 'Agreed twice',
  other: 'Another reason',
} as const;
