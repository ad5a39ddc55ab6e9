import type { AddonDeclaration, MailTemplateDeclaration } from '../../schema/index.ts';
import type { KnownNames } from './known-names.ts';
import { checkMarkup, expressionsIn } from './markup.ts';
import { parseXml } from './parse-xml.ts';
import type { Problem } from './problem.ts';
import { checkPython } from './python/check-python.ts';

/** The Python in mails: `{{ object.x_name }}` in a line, `<t t-out="object.x_name"/>` in the body. */
export function checkMails(addons: readonly AddonDeclaration[], names: KnownNames): readonly Problem[] {
  return addons.flatMap(({ name, mailTemplates = [] }) =>
    mailTemplates.flatMap((template) => checkTemplate(`${name} › ${template.id}`, template, names)),
  );
}

/** Odoo writes a message only where the model has a chatter; an e-mail it sends from any. */
export function checkMessages(addons: readonly AddonDeclaration[]): readonly Problem[] {
  const models = addons.flatMap(({ models = [] }) => models);
  const silent = new Set(
    models.filter(({ kind, mail }) => kind === 'model' && !mail?.thread).map(({ name }) => name),
  );
  return addons.flatMap(({ name, serverActions = [], automations = [] }) =>
    [...serverActions, ...automations]
      .filter((action) => 'mail' in action && action.mail.as !== 'email' && silent.has(action.model))
      .map(({ id, model }) => ({
        address: `${name} › ${id}`,
        message: `${model} has no chatter for a message; declare it with mail: { thread: true }, or send it as an "email"`,
      })),
  );
}

function checkTemplate(
  address: string,
  { model, body, ...template }: MailTemplateDeclaration,
  names: KnownNames,
): readonly Problem[] {
  const roots = { object: model };
  const { subject, from = '', to = '', toPartners = '', replyTo = '', language = '' } = template;
  const lines = Object.entries({ subject, from, to, toPartners, replyTo, language });
  const root = parseXml(`<div>${body}</div>`);
  return [
    ...lines.flatMap(([line, text]) =>
      expressionsIn(text).flatMap((source) =>
        checkPython({ address: `${address} › ${line}`, source, kind: 'client', roots }, names),
      ),
    ),
    ...(typeof root === 'string'
      ? [{ address: `${address} › body`, message: `the XML is not well formed: ${root}` }]
      : checkMarkup(`${address} › body`, root, names, roots)),
  ];
}
