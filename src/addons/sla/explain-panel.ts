import type { Shown } from '../../portal/shown.ts';
import { isDone } from '../tickets/life.ts';
import { ticketPanel } from '../tickets/slots/ticket-panel.ts';
import { SlaTicket } from './models.ts';
import { parseStory, type StoryLine } from './story.ts';

const MINUTE = 60;
const HOUR = 3600;

/** Why a ticket is due when it is, day by day. */
export const explainPanel = ticketPanel(SlaTicket, {
  place: 'aside',
  template: 'sla/explain',
  reads: { x_state: {}, x_sla_story: {} },
  view({ x_state, x_sla_story: text }) {
    if (!text || isDone(x_state)) return undefined;
    const { target, dueAt, left, lines } = parseStory(text);
    return {
      goal: { key: `sla.panel.${target}` } satisfies Shown,
      dueAt,
      left: dueAt ? undefined : showTime(left),
      lines: lines.map((line) => ({
        day: showDay(line.day),
        until: showDay(line.until),
        what: showLine(line),
        visitAt: line.visitAt,
      })),
    };
  },
});

const showDay = (day: string | undefined): Shown | undefined => day && { day, style: 'weekday' };

function showLine({ kind, seconds, name }: StoryLine): Shown {
  if (kind === 'work') return showTime(seconds);
  if (kind === 'earlier') return { key: 'sla.panel.earlier', values: { hours: Math.round(seconds / HOUR) } };
  if (kind === 'closed' && name) return { key: 'sla.panel.closed.named', values: { name } };
  return { key: `sla.panel.${kind}` };
}

function showTime(seconds: number): Shown {
  const all = Math.round(seconds / MINUTE);
  const values = { hours: Math.floor(all / 60), minutes: all % 60 };
  if (values.hours === 0) return { key: 'sla.panel.minutes', values };
  return { key: values.minutes === 0 ? 'sla.panel.hours' : 'sla.panel.both', values };
}
