import { defineView, type ViewDeclaration } from '../../../schema/index.ts';
import type { OwnField, OwnFields } from './own-field.ts';

type Entry = readonly [name: string, field: OwnField];

/** Own fields in Odoo's form, list and search, each where the organisation wants it. */
export function ownFieldViews(fields: OwnFields): readonly ViewDeclaration[] {
  const on = (screen: keyof OwnField['odoo']): readonly Entry[] =>
    Object.entries(fields).filter(([, { odoo }]) => odoo[screen]);
  return [
    ...extend('form', on('form'), '//notebook', 'before', renderForm),
    ...extend('list', on('list'), "//field[@name='x_opened_at']", 'before', (entries) =>
      entries.map(([name]) => `<field name="${name}" optional="show"/>`).join('\n    '),
    ),
    ...extend('search', on('search'), "//field[@name='x_user_id']", 'after', (entries) =>
      entries.map(([name]) => `<field name="${name}"/>`).join('\n    '),
    ),
  ];
}

function extend(
  type: 'form' | 'list' | 'search',
  entries: readonly Entry[],
  place: string,
  position: 'before' | 'after',
  render: (entries: readonly Entry[]) => string,
): readonly ViewDeclaration[] {
  if (entries.length === 0) return [];
  return [
    defineView({
      id: `ticket_${type}_own_fields`,
      model: 'x_support.ticket',
      type,
      inherits: `ticket_${type}`,
      // Behind what other addons put there.
      priority: 50,
      arch: `
<data>
  <xpath expr="${place}" position="${position}">
    ${render(entries)}
  </xpath>
</data>`,
    }),
  ];
}

/** In two columns, and below them what takes several lines. */
function renderForm(entries: readonly Entry[]): string {
  const short = entries.filter(([, { type }]) => type !== 'text');
  const long = entries.filter(([, { type }]) => type === 'text');
  const half = Math.ceil(short.length / 2);
  const columns = [short.slice(0, half), short.slice(half)].map(
    (column) => `<group>\n        ${column.map(renderField).join('\n        ')}\n      </group>`,
  );
  return [
    ...(short.length === 0
      ? []
      : [`<group name="own_fields">\n      ${columns.join('\n      ')}\n    </group>`]),
    ...(long.length === 0
      ? []
      : [`<group name="own_texts">\n      ${long.map(renderField).join('\n      ')}\n    </group>`]),
  ].join('\n    ');
}

function renderField([name, field]: Entry): string {
  const isRequired = field.type !== 'boolean' && field.required;
  return `<field name="${name}"${isRequired ? ' required="1"' : ''}/>`;
}
