import { ticketField } from '../tickets/slots/ticket-field.ts';
import { ticketStatus } from '../tickets/slots/ticket-status.ts';
import { StageTicket } from './models.ts';

const reads = { x_stage_id: { fields: { display_name: {} } } } as const;

/** Customers read the stage where they would read the status, and may ask for the tickets of one. */
export const stageStatus = ticketStatus(StageTicket, {
  reads,
  name: ({ x_stage_id: stage }) => (stage ? stage.display_name : undefined),
  order: 'x_stage_id',
});

export const stageField = ticketField(StageTicket, {
  key: 'stage',
  label: 'ticket.stage',
  reads,
  value: ({ x_stage_id: stage }) => (stage ? stage.display_name : undefined),
  in: ['filter'],
  filter: {
    of: ({ x_stage_id: stage }) => (stage ? stage.id : undefined),
    domain: (value) => (/^[1-9]\d{0,8}$/.test(value) ? [['x_stage_id', '=', Number(value)]] : undefined),
  },
});
