import { RESERVING, STATUSES, type Status } from '../visit.ts';

/** How each status looks: Odoo's name of a decoration, and the number of a colour of its calendar. Never the look alone. */
const LOOKS = {
  draft: { tone: 'warning', color: 3 },
  confirmed: { tone: 'info', color: 4 },
  in_progress: { tone: 'primary', color: 2 },
  completed: { tone: 'success', color: 10 },
  cancelled: { tone: 'muted', color: 0 },
} as const satisfies Record<Status, { readonly tone: string; readonly color: number }>;

/** Python: the colour of a record of its status. Of a selection itself Odoo's calendar makes colours by chance, others at each visit. */
export const COLOR_PYTHON = `{${Object.entries(LOOKS)
  .map(([status, { color }]) => `'${status}': ${color}`)
  .join(', ')}}.get(record.x_status, 0)`;

/** The attributes that give Odoo's badge of a status its colours. */
export const STATUS_DECORATIONS = Object.entries(LOOKS)
  .map(([status, { tone }]) => `decoration-${tone}="x_status == '${status}'"`)
  .join(' ');

/** One filter a status for Odoo's search. */
export const STATUS_FILTERS = Object.entries(STATUSES)
  .map(
    ([status, name]) =>
      `<filter string="${name}" name="${status}" domain="[('x_status', '=', '${status}')]"/>`,
  )
  .join('\n  ');

const list = (statuses: readonly Status[]) => `[${statuses.map((status) => `'${status}'`).join(', ')}]`;

/** In conditions of views: still to come to an end. */
export const STANDS = `x_status in ${list(RESERVING)}`;
/** Nothing began yet. */
export const TO_COME = `x_status in ${list(['draft', 'confirmed'])}`;

export const STANDS_DOMAIN = `('x_status', 'in', ${list(RESERVING)})`;
export const TO_COME_DOMAIN = `('x_status', 'in', ${list(['draft', 'confirmed'])})`;
