import { admin, asPerson, login, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

const MODEL = 'x_tval.ticket';
const DUTCH = { context: { lang: 'nl_NL' } };

const idsOf = (kept: unknown) => (Array.isArray(kept) ? kept : [kept]);
const fieldOf = (kept: unknown) => (Array.isArray(kept) ? kept[1] : undefined);
const read = (name: string, keywords = {}) =>
  admin(name, MODEL, 'read', (kept) => [idsOf(kept.ticket), ['x_ticket_ref']], keywords);
const search = (name: string, word: string, keywords = {}) =>
  admin(name, MODEL, 'search_count', [[['x_ticket_ref', 'ilike', word]]], keywords);

/** A field of a model that is there becomes one that is translated, and each reader finds their own text. */
export const translatedValues = scenario('translated-values', [
  admin(
    'the language',
    'res.lang',
    'search',
    [[['code', '=', 'nl_NL']]],
    { context: { active_test: false } },
    { keep: 'language' },
  ),
  admin('is spoken', 'res.lang', 'write', (kept) => [kept.language, { active: true }]),
  customers('tval'),
  ticketModel('tval'),
  admin(
    'a record is made',
    MODEL,
    'create',
    (kept) => [{ x_name: 'One', x_ticket_ref: 'Hall', x_partner_id: partnerOf(kept, 'ann') }],
    {},
    { keep: 'ticket' },
  ),
  admin(
    'the field is found',
    'ir.model.data',
    'check_object_reference',
    ['__tval__', 'field_x_ticket_ref'],
    {},
    { keep: 'field' },
  ),
  admin('its values shall be translated', 'ir.model.fields', 'write', (kept) => [
    [fieldOf(kept.field)],
    { translate: true },
  ]),
  read('what was there stays'),
  read('and is read in any language', DUTCH),
  admin(
    'it is written in Dutch',
    MODEL,
    'write',
    (kept) => [idsOf(kept.ticket), { x_ticket_ref: 'Zaal' }],
    DUTCH,
  ),
  admin('and in English', MODEL, 'write', (kept) => [idsOf(kept.ticket), { x_ticket_ref: 'Lobby' }]),
  read('English is read'),
  read('Dutch stayed', DUTCH),
  admin('both are written at once', MODEL, 'update_field_translations', (kept) => [
    idsOf(kept.ticket),
    'x_ticket_ref',
    { en_US: 'Hall', nl_NL: 'Aula' },
  ]),
  read('English was written'),
  read('Dutch was, too', DUTCH),
  search('a search finds the reader’s own text', 'aula', DUTCH),
  search('and not that of others', 'aula'),
  admin('ann speaks Dutch', 'res.users', 'write', (kept) => [[kept.annUser], { lang: 'nl_NL' }]),
  login('ann', 'ann@tval.example', 'ann-secret-1'),
  asPerson(
    'ann',
    'a call that names no language reads English, whatever the user speaks',
    MODEL,
    'read',
    (kept) => [idsOf(kept.ticket), ['x_ticket_ref']],
  ),
  asPerson(
    'ann',
    'one that names it reads Dutch',
    MODEL,
    'read',
    (kept) => [idsOf(kept.ticket), ['x_ticket_ref']],
    DUTCH,
  ),
]);
