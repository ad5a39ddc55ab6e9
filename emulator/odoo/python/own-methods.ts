import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { createApiKey } from '../behaviours/api-keys.ts';
import { findAttendance, findCalendar, findWork, zoneOf } from '../behaviours/resource-calendar.ts';
import { asSystem, getModel } from '../env.ts';
import { attributeError, valueError } from '../faults.ts';
import type { Env, Operation } from '../model.ts';
import { upsertExternalId } from '../orm/external-ids.ts';
import { formatDatetime } from '../orm/format-date.ts';
import { createZonedMoment, isMoment } from './datetime.ts';
import { fromPython, isRecordset, toPython } from './from-python.ts';
import { iterate, type PyKeywords, type PyValue } from './object.ts';
import type { RecordsetMethod, Subject } from './recordset-method.ts';
import { pyStr } from './text.ts';

/** A method that only one model has. */
const onlyOn =
  (name: string, method: string, run: RecordsetMethod): RecordsetMethod =>
  (subject, args, keywords) => {
    if (subject.model.name === name) return run(subject, args, keywords);
    throw attributeError(`'${subject.model.name}' object has no attribute '${method}'`);
  };

/** The model and the operation that a method of `ir.rule` is asked about. */
function ruledModel({ env }: Subject, [name, mode]: readonly PyValue[], keywords: PyKeywords) {
  const operation = String(mode ?? keywords.mode ?? 'read');
  if (!isOperation(operation)) throw valueError(`Invalid mode: '${operation}'`);
  return [getModel(env, String(name)), operation] as const;
}

/** Opening hours by resource, of which there is none: moments in the calendar's zone, and the line they come from. */
function openIntervals(find: typeof findWork): RecordsetMethod {
  return ({ env, ids }, [from, to]) => {
    const calendar = findCalendar(env, ids[0] ?? 0);
    if (!calendar || !isMoment(from) || !isMoment(to)) return new Map([[false, []]]);
    const zone = zoneOf(calendar);
    const found = find(env, calendar, { from: from.date.getTime(), to: to.date.getTime() });
    const moments = found.map((stretch) => [
      createZonedMoment(stretch.from, zone),
      createZonedMoment(stretch.to, zone),
      null,
    ]);
    return new Map([[false, moments]]);
  };
}

function isOperation(text: string): text is Operation {
  return ['read', 'write', 'create', 'unlink'].includes(text);
}

/** The same name on several models. */
const byModel =
  (runs: Readonly<Record<string, RecordsetMethod>>): RecordsetMethod =>
  (subject, args, keywords) => {
    const run = runs[subject.model.name];
    if (run) return run(subject, args, keywords);
    throw attributeError(`'${subject.model.name}' object has no attribute 'value_to_html'`);
  };

/** A day in the language and the zone of the context; of Odoo's formats the long one. */
function showDay({ env }: Subject, [moment]: readonly PyValue[]): PyValue {
  if (!isMoment(moment)) return '';
  const timeZone = String(env.context.tz || 'UTC');
  return new Intl.DateTimeFormat(localeOf(env), { dateStyle: 'full', timeZone }).format(moment.date);
}

function showMoment({ env }: Subject, [moment, options]: readonly PyValue[]): PyValue {
  if (!isMoment(moment) || !(options instanceof Map)) return '';
  const zone = String(options.get('tz_name') || env.context.tz || 'UTC');
  return DateTime.fromJSDate(moment.date, { zone })
    .setLocale(localeOf(env))
    .toFormat(pyStr(options.get('format')));
}

const localeOf = (env: Env) => String(env.context.lang || 'en_US').replace('_', '-');

/** Each of one model alone, but where a name is told apart by it. */
export const ownMethods: Readonly<Record<string, RecordsetMethod>> = {
  _work_intervals_batch: onlyOn('resource.calendar', '_work_intervals_batch', openIntervals(findWork)),
  _attendance_intervals_batch: onlyOn(
    'resource.calendar',
    '_attendance_intervals_batch',
    openIntervals(findAttendance),
  ),
  _get_rules: onlyOn('ir.rule', '_get_rules', (subject, args, keywords) =>
    subject.make(
      subject.env.engine.orm
        .findRules(subject.env, ...ruledModel(subject, args, keywords))
        .map(({ id }) => id),
    ),
  ),
  _compute_domain: onlyOn('ir.rule', '_compute_domain', (subject, args, keywords) =>
    toPython(subject.env.engine.orm.combineRules(subject.env, ...ruledModel(subject, args, keywords))),
  ),
  /** Odoo's scheduler looks at these; here nothing runs by itself. */
  _trigger: onlyOn('ir.cron', '_trigger', ({ env, ids }, [at], keywords) => {
    const call_at = fromPython(at ?? keywords.at ?? null) || formatDatetime(env.engine.clock());
    for (const cron_id of ids) asSystem(env, 'ir.cron.trigger').create({ cron_id, call_at });
    return null;
  }),
  _encode_link: onlyOn('mail.thread', '_encode_link', (_subject, [scope, link]) =>
    createHash('sha256')
      .update(`${pyStr(scope)}${pyStr(link)}`)
      .digest('hex'),
  ),
  /** In the zone that the options name and the language of the context, by a pattern. */
  value_to_html: byModel({
    'ir.qweb.field.date': showDay,
    'ir.qweb.field.datetime': showMoment,
  }),
  /** External ids point at records; those that point elsewhere are changed. */
  _update_xmlids: onlyOn('ir.model.data', '_update_xmlids', ({ env }, [list]) => {
    for (const line of iterate(list ?? [])) {
      const record = line instanceof Map ? line.get('record') : undefined;
      if (!(line instanceof Map) || !isRecordset(record)) throw valueError('Invalid external ids');
      const context = { ...env.context, noupdate: line.get('noupdate') === true };
      const [id] = record.ids;
      if (id === undefined) throw valueError('no record for an external id');
      upsertExternalId({ ...env, context }, pyStr(line.get('xml_id')), record.modelName, id);
    }
    return null;
  }),
  _generate: onlyOn('res.users.apikeys', '_generate', ({ env }, [scope, name]) =>
    createApiKey(env, { scope: scope ? String(scope) : false, name: String(name) }),
  ),
};
