import { admin, pickKeys, placeholders, rpc, scenario } from '../scenario.ts';
import { customers } from './setup.ts';

/** A login from a browser that tells its time zone by a cookie. */
const logIn = (name: string, person: 'ann' | 'bob', zone: string, password = `${person}-secret-1`) =>
  rpc(
    name,
    '/web/session/authenticate',
    { db: placeholders.database, login: `${person}@zone.example`, password },
    { headers: { cookie: `tz=${zone}` }, view: pickKeys(['name', 'user_context']) },
  );

/** What Odoo makes of the time zone of the browser in which somebody logs in. */
export const timeZones = scenario('time-zones', [
  customers('zone'),
  logIn('a zone that is none is not taken', 'ann', 'Mars/Olympus'),
  logIn('nor is one beside a wrong password', 'ann', 'Asia/Bangkok', 'wrong'),
  logIn('who has no zone gets the browser’s', 'ann', 'Asia/Bangkok'),
  logIn('who has one keeps it', 'ann', 'Europe/Madrid'),
  admin('bob has a zone before his first login', 'res.users', 'write', (kept) => [
    [kept.bobUser],
    { tz: 'Europe/Paris' },
  ]),
  logIn('the first login changes it', 'bob', 'Europe/Madrid'),
  logIn('the second does not', 'bob', 'Asia/Bangkok'),
  admin('that is kept', 'res.users', 'read', (kept) => [[kept.annUser, kept.bobUser], ['tz']]),
]);
