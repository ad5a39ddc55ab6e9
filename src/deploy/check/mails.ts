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
