import { defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { TRY_TOGETHER_PYTHON } from '../tickets/try-together.ts';

/** What the dialog that asks for a solution does when it is answered: `solve` or `close`. */
export const ASKING = 'support_asking';
/** What the stage asks for where it leads, in the same dialog. */
export const ASKED = 'support_asked';

const model = 'x_support.ticket';
const groups = [EVERY_TECHNICIAN];
const says = ['solve', 'close', 'solvedOf', 'closedOf', 'more'].map((key) => `stages.${key}`);

/** Tickets that are ended behind one savepoint. */
const CHUNK = '50';
/** Of so many that stay open the reasons are told. */
const MOST = '20';

/** Solving asks what solved it. Closing asks for nothing, unless the stage does. */
export const stageButtons = [
  defineServerAction({
    id: 'action_ticket_solve',
    label: 'Solve',
    model,
    groups,
    says,
    menuOf: ['list'],
    code: renderEnd({ closes: false, asks: true }),
  }),
  defineServerAction({
    id: 'action_ticket_close',
    label: 'Close',
    model,
    groups,
    says,
    code: renderEnd({ closes: true, asks: false }),
  }),
];

function renderEnd({ closes, asks }: { readonly closes: boolean; readonly asks: boolean }) {
  const inPython = (value: boolean) => (value ? 'True' : 'False');
  return readCode(import.meta.url, 'end', {
    try_together: TRY_TOGETHER_PYTHON,
    chunk: CHUNK,
    most: MOST,
    asking: ASKING,
    asked: ASKED,
    closes: inPython(closes),
    asks: inPython(asks),
    done: DONE_STATE,
    form: toExternalId('ticket_end'),
  });
}
