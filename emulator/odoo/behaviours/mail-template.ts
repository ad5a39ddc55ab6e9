import { findRow, getModel, modelName, withContext } from '../env.ts';
import { getField } from '../field.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';
import { getRawValue } from '../orm/raw-value.ts';
import { escapePlain } from '../orm/sanitize-html.ts';
import { isMoment } from '../python/datetime.ts';
import { toPython } from '../python/from-python.ts';
import { isTrue, type PyKeywords, type PyValue } from '../python/object.ts';
import { createRecordset } from '../python/recordset.ts';
import { evaluateExpression } from '../python/run-python.ts';
import { pyStr } from '../python/text.ts';
import { toIds } from '../values.ts';

/**
 * A template's text for each record: `{{ … }}` in a line, and of QWeb no more than `t-out` and a `t-if` around words. Nothing
 * else is needed, and anything else stays as it stands.
 */
const renderField = onRecord('MailRenderMixin(field, res_ids, **values)', ({ env, model, ids, args }) => {
  const [id] = ids;
  const template = findRow(env, model.name, id);
  if (!template) return new Map();
  const inner = typeof args.set_lang === 'string' ? withContext(env, { lang: args.set_lang }) : env;
  const field = getField(model, String(args.field));
  const text = String(getRawValue(inner, model, field, template) || '');
  const shown = getModel(env, modelName(env, template.get('model_id')));
  return new Map(
    toIds(args.res_ids).map((record) => {
      const names = {
        object: createRecordset(inner, shown, [record]),
        ctx: toPython(inner.context),
        ...createFormats(inner),
      };
      return [
        record,
        field.type === 'html' ? renderMarkup(inner, text, names) : renderLine(inner, text, names),
      ];
    }),
  );
});

type Names = Readonly<Record<string, PyValue>>;

const renderLine = (env: Env, text: string, names: Names) =>
  text.replace(/\{\{(.+?)\}\}/g, (_, code: string) => pyStr(evaluateExpression(env, code, names)));

/** Days and hours as Odoo says them in templates, in the language and the zone of the context. */
function createFormats({ context }: Env): Names {
  const locale = String(context.lang || 'en_US').replace('_', '-');
  const format = (moment: PyValue, zone: PyValue, options: Intl.DateTimeFormatOptions) => {
    const date = isMoment(moment) ? moment.date : new Date(`${String(moment)}T00:00:00Z`);
    if (Number.isNaN(date.getTime())) return '';
    const timeZone = String(zone || context.tz || 'UTC');
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(date);
  };
  return {
    format_date: ([moment]: readonly PyValue[]) => format(moment, undefined, { dateStyle: 'full' }),
    format_time: ([moment]: readonly PyValue[], { tz }: PyKeywords) =>
      format(moment, tz, { timeStyle: 'short' }),
    format_datetime: ([moment]: readonly PyValue[], { tz }: PyKeywords) =>
      format(moment, tz, { dateStyle: 'full', timeStyle: 'full' }),
  };
}

const renderMarkup = (env: Env, text: string, names: Names) =>
  renderValues(env, renderAttributes(env, renderConditions(env, text, names), names), names);

const renderAttributes = (env: Env, text: string, names: Names) =>
  text.replace(
    / t-att-([\w-]+)="([^"]*)"/g,
    (_, name: string, code: string) =>
      ` ${name}="${escapePlain(pyStr(evaluateExpression(env, code, names)))}"`,
  );

const renderConditions = (env: Env, text: string, names: Names) =>
  text.replace(/<(\w+) t-if="([^"]*)">([\s\S]*?)<\/\1>/g, (_, tag: string, code: string, inner: string) =>
    isTrue(evaluateExpression(env, code, names)) ? `<${tag}>${inner}</${tag}>` : '',
  );

const renderValues = (env: Env, text: string, names: Names) =>
  text.replace(/<(\w+) t-out="([^"]*)"\s*\/>/g, (_, tag: string, code: string) => {
    const value = pyStr(evaluateExpression(env, code, names));
    const shown = /<\w/.test(value) ? value : escapePlain(value);
    return tag === 't' ? shown : `<${tag}>${shown}</${tag}>`;
  });

export const mailTemplate: Behaviour = { methods: { _render_field: renderField } };
