import { admin, type Kept, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const IN = (lang: string) => ({ context: { lang } });

const CODE = `
found = env['ir.model.fields'].browse(env.context['seen_field'])
found._write_multi([{'field_description': '{"nl_NL": "Nummer", "fr_FR": "Numéro"}', 'help': '{"nl_NL": "Staat op de bon."}'}])
found.invalidate_recordset()
found.write({'field_description': found.field_description})`.trim();

const field = (kept: Kept) => (Array.isArray(kept.field) ? kept.field[1] : undefined);
const read = (name: string, lang: string) =>
  admin(name, 'ir.model.fields', 'read', (kept) => [[field(kept)], ['field_description', 'help']], IN(lang));
const label = (name: string, lang: string) =>
  admin(name, 'x_tlab.ticket', 'fields_get', [['x_ticket_ref'], ['string', 'help']], IN(lang));

/** Labels in several languages, written to the columns by the code of an action, and models built anew once. */
export const labelTexts = scenario('label-texts', [
  admin(
    'the languages',
    'res.lang',
    'search',
    [[['code', 'in', ['nl_NL', 'fr_FR']]]],
    { context: { active_test: false } },
    { keep: 'languages' },
  ),
  admin('are spoken', 'res.lang', 'write', (kept) => [kept.languages, { active: true }]),
  ticketModel('tlab'),
  admin(
    'the field is found',
    'ir.model.data',
    'check_object_reference',
    ['__tlab__', 'field_x_ticket_ref'],
    {},
    { keep: 'field' },
  ),
  admin('an action that writes its texts', 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code'],
    [['__tlab__.action', 'Texts', 'base.model_ir_model_fields', 'code', CODE]],
  ]),
  admin(
    'is found',
    'ir.model.data',
    'check_object_reference',
    ['__tlab__', 'action'],
    {},
    { keep: 'action' },
  ),
  label('the label before', 'nl_NL'),
  admin(
    'it runs',
    'ir.actions.server',
    'run',
    (kept) => [[Array.isArray(kept.action) ? kept.action[1] : undefined]],
    (kept: Kept) => ({ context: { seen_field: field(kept) } }),
  ),
  read('English stayed', 'en_US'),
  read('Dutch is there', 'nl_NL'),
  read('French is there, and help where there was none is the first text given', 'fr_FR'),
  label('forms show it in Dutch', 'nl_NL'),
  label('and in French', 'fr_FR'),
]);
