import { admin, type Kept, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_deep.ticket';

const nested = (depth: number, inside: string) =>
  `<p>First</p>${'<div>'.repeat(depth)}${inside}${'</div>'.repeat(depth)}<p>Last</p>`;

const stored = (name: string, html: string) => [
  admin(name, model, 'create', [{ x_name: name, x_description: html }], {}, { keep: 'ticket' }),
  admin(`${name}: what is left`, model, 'read', (kept: Kept) => [[kept.ticket], ['x_description']]),
];

/** How deep elements may stand in each other, and what becomes of what stands deeper. */
export const deepMarkup = scenario('deep-markup', [
  ticketModel('deep'),
  ...stored('words that stand 255 deep', nested(255, 'deepest')),
  ...stored('words that stand 256 deep', nested(256, 'deepest')),
  ...stored('a word in bold that stands 256 deep', nested(255, 'before <b>bold</b> after')),
  ...stored('a break that stands 256 deep', nested(255, 'before<br>after')),
]);
