import { readCode } from '../../schema/index.ts';
import { FIRE_MAIL_PYTHON } from '../mail/fire-event.ts';
import { PORTAL_PARAMETER } from '../mail/layout.ts';
import { WORKING_TIME_PYTHON } from '../teams/working-time.ts';
import { DONE_STATE, FIRST_STATE, WORKING_STATE } from '../tickets/life.ts';
import { PORTAL_MODULE } from '../tickets/once-action.ts';
import { ACTOR } from '../tickets/post-message.ts';

/** Where external ids begin that stand for five minutes of a technician's time. */
export const CLAIM_MODULE = '__supportdesk_slot__';

/** How long after a visit its link still opens its page. */
export const LINK_DAYS = '30';

/**
 * Python for actions in Odoo; the parts lean on those before them.
 *
 * `world` reads what decides: `read_people(type, users, start, end, appointment that is moved)`, with the words for
 * moments, `say_moment(second, lang, tz)`. `rules` names the first rule that a visit would break: `check_visit(ask,
 * person, begin, end)`, said by `say_refusal`; whoever says it declares {@link REFUSALS}. `choose` puts people in order.
 */
export const WORLD_PYTHON = readCode(import.meta.url, 'world', { working_time: WORKING_TIME_PYTHON });
export const RULES_PYTHON = readCode(import.meta.url, 'rules');
export const CHOOSE_PYTHON = readCode(import.meta.url, 'choose', { module: PORTAL_MODULE });

/** `find_slots(asked)`: when somebody can come, as `[customer, zone, slots]`; behind the three above. */
export const SLOTS_PYTHON = readCode(import.meta.url, 'slots');

/** `hold_claims(visit, names)`: what makes a technician's time one visit's alone. */
export const CLAIMS_PYTHON = readCode(import.meta.url, 'claims', { module: CLAIM_MODULE });
export const TICKET_PYTHON = readCode(import.meta.url, 'ticket', {
  first: FIRST_STATE,
  working: WORKING_STATE,
  done: DONE_STATE,
});

/** `find_place(visit, company)`: the address of where it is, or of where everybody meets online. */
export const PLACE_PYTHON = readCode(import.meta.url, 'place');
export const EVENT_PYTHON = readCode(import.meta.url, 'event', { place: PLACE_PYTHON });
/** In a call's context: who is not to be told, `customer` or `technician`, and what the others are told for a reason. */
export const UNTOLD = 'supportdesk_visit_untold';
export const REASON = 'supportdesk_visit_reason';

export const TELL_PYTHON = readCode(import.meta.url, 'tell', {
  fire_mail: FIRE_MAIL_PYTHON,
  actor: ACTOR,
  untold: UNTOLD,
  reason: REASON,
});
export const SIGN_PYTHON = readCode(import.meta.url, 'sign');

/** `link_visit(visit)`: the address under which its customer needs no login. */
export const LINK_PYTHON = readCode(import.meta.url, 'link', {
  sign: SIGN_PYTHON,
  module: PORTAL_MODULE,
  portal: PORTAL_PARAMETER,
  days: LINK_DAYS,
});

/** The rules, as refusals name them: keys of texts. */
export const RULES = [
  'past',
  'grid',
  'technician',
  'zone',
  'notice',
  'horizon',
  'closed',
  'hours',
  'absence',
  'taken',
  'event',
  'travel',
  'most',
  'mostOfType',
  'mostComing',
  'incomplete',
  'notOffered',
  'gone',
  'over',
  'tooLate',
] as const;

export const REFUSALS = RULES.map((rule) => `appointments.refused.${rule}`);
