import { asSystem, findRow, getModel, tableOf, withContext, withUser } from '../env.ts';
import { valueError } from '../faults.ts';
import { onModel } from '../methods/define-method.ts';
import type { Env, Model } from '../model.ts';
import { sanitizeHtml } from '../orm/sanitize-html.ts';
import { fromPython } from '../python/from-python.ts';
import { evaluateExpression } from '../python/run-python.ts';
import type { Row } from '../values.ts';
import { bareAddress, type ParsedMail, parseMail } from './parse-mail.ts';
import { postMessage, subtypeId } from './post-message.ts';
import { receiveBounce } from './receive-bounce.ts';

const ROOT = 1;

/** Where a mail goes: to a record that is there, or to a new one. */
interface Route {
  readonly model: Model;
  readonly id: number | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Odoo's gateway for mails that come in [`mail-gateway`]: dropped where they are known or bounce, else a message of a record. */
export const messageProcess = onModel(
  'MailThread(model, message, custom_values?, save_original?)',
  ({ env, args }) => {
    const raw = Buffer.isBuffer(args.message) ? args.message : Buffer.from(String(args.message), 'latin1');
    const mail = parseMail(raw);
    if (tableOf(env, 'mail.message').find({ message_id: mail.messageId })) return false;
    if (mail.isBounce) {
      receiveBounce(env, raw, mail.body);
      return false;
    }
    const route = findRoute(env, mail, args.model, args.custom_values);
    const system = withContext(withUser(env, ROOT), {
      mail_create_nosubscribe: true,
      mail_create_nolog: true,
    });
    const { id = createRecord(system, route, mail) } = route;
    const files = storeFiles(
      system,
      route.model.name,
      id,
      mail,
      args.save_original === true ? raw : undefined,
    );
    const row = findRow(env, route.model.name, id);
    if (!row) throw valueError('No possible route found');
    const parent = findParent(env, mail);
    postMail(system, route, row, { mail, files, isInternal: isInternal(env, parent), parent });
    return id;
  },
);

function findParent(env: Env, { references }: ParsedMail): Row | undefined {
  const found = references.flatMap((id) => tableOf(env, 'mail.message').where({ message_id: id }));
  return found.sort((a, b) => b.id - a.id)[0];
}

const isInternal = (env: Env, message: Row | undefined): boolean =>
  message !== undefined && message.get('subtype_id') === subtypeId(env, 'mail.mt_note');

/** An alias of another model takes an answer for a forward; else an answer goes where its mail came from. */
function findRoute(env: Env, mail: ParsedMail, fallback: unknown, values: unknown): Route {
  const aliases = [...tableOf(env, 'mail.alias').rows()].filter((row) =>
    mail.recipients.includes(addressOf(env, row)),
  );
  const parent = findParent(env, mail);
  const answered = parent && env.engine.findModel(String(parent.get('model') || ''));
  const [alias] = aliases;
  const aliased = alias && nameOf(env, alias);
  if (parent && answered && (!aliased || aliased === answered.name))
    return { model: answered, id: Number(parent.get('res_id')), values: {} };
  if (alias && aliased)
    return { model: getModel(env, aliased), id: undefined, values: defaultsOf(env, alias) };
  if (typeof fallback !== 'string' || !fallback)
    throw valueError('No possible route found for incoming message');
  return {
    model: getModel(env, fallback),
    id: undefined,
    values: typeof values === 'object' && values !== null ? { ...values } : {},
  };
}

const nameOf = (env: Env, alias: Row) =>
  String(findRow(env, 'ir.model', alias.get('alias_model_id'))?.get('model') ?? '');

/** What a new record of its gets. */
function defaultsOf(env: Env, alias: Row): Readonly<Record<string, unknown>> {
  const values = fromPython(evaluateExpression(env, String(alias.get('alias_defaults') || '{}'), {}));
  return typeof values === 'object' && values !== null ? { ...values } : {};
}

function addressOf(env: Env, alias: Row): string {
  const domain = findRow(env, 'mail.alias.domain', alias.get('alias_domain_id'))?.get('name') ?? '';
  return `${String(alias.get('alias_name'))}@${String(domain)}`.toLowerCase();
}

function createRecord(env: Env, { model, values }: Route, mail: ParsedMail): number {
  return asSystem(env, model.name).create({ ...values, x_name: mail.subject || '' }).id;
}

interface StoredFile {
  readonly id: number;
  readonly contentId: string;
}

function storeFiles(env: Env, model: string, id: number, mail: ParsedMail, original: Buffer | undefined) {
  const files = [
    ...(original
      ? [{ name: 'original_email.eml', content: original, mimetype: 'message/rfc822', contentId: '' }]
      : []),
    ...mail.files,
  ];
  return files.map(({ name, content, mimetype, contentId }): StoredFile => {
    const row = asSystem(env, 'ir.attachment').create({
      ...{ name, mimetype, datas: content.toString('base64') },
      res_model: model,
      res_id: id,
    });
    return { id: row.id, contentId };
  });
}

interface Post {
  readonly mail: ParsedMail;
  readonly files: readonly StoredFile[];
  readonly isInternal: boolean;
  readonly parent: Row | undefined;
}

function postMail(env: Env, { model, id }: Route, row: Row, { mail, files, isInternal, parent }: Post): void {
  const address = bareAddress(mail.from);
  const author = [...tableOf(env, 'res.partner').rows()].find(
    (partner) =>
      partner.get('active') !== false &&
      partner.get('email') !== false &&
      String(partner.get('email')).toLowerCase() === address,
  );
  const message = postMessage(env, model, row, {
    body: sanitizeHtml(showPictures(env, mail.body, files)),
    subject: mail.subject,
    message_type: 'email',
    subtype_id: subtypeId(env, isInternal ? 'mail.mt_note' : 'mail.mt_comment'),
    author_id: author?.id ?? false,
    email_from: mail.from,
    is_internal: isInternal,
    ...(mail.date === undefined ? {} : { date: mail.date }),
    message_id: mail.messageId,
    parent_id: id === undefined ? false : (parent?.id ?? false),
    attachment_ids: [[6, 0, files.map((file) => file.id)]],
  });
  for (const observer of env.engine.observers) observer.afterMessage?.(env, model, row, message);
}

/** What the text shows by `cid:` it shows by the file's address then. */
function showPictures(env: Env, body: string, files: readonly StoredFile[]): string {
  return body.replace(/cid:([^"'\s>]+)/g, (whole, cid: string) => {
    const file = files.find(({ contentId }) => contentId === cid);
    if (!file) return whole;
    const token = crypto.randomUUID();
    const row = findRow(env, 'ir.attachment', file.id);
    if (row) tableOf(env, 'ir.attachment').set(row, 'access_token', token);
    return `/web/image/${file.id}?access_token=${token}`;
  });
}
