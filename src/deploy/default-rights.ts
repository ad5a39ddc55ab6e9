import type { Odoo } from '../odoo/model-api.ts';
import { externalIdOf } from './compile/names.ts';
import type { Change } from './diff.ts';
import type { LiveRecord, LiveState } from './live-state.ts';

/**
 * With this parameter on, as in every new database, a module that is installed hands its groups to all internal
 * users, an administrator's among them: Odoo puts them into the template of new users, and then into everybody.
 */
const PARAMETER = 'base_setup.default_user_rights';

/** What it was before we switched it off. It stands in Odoo until it is put back, so that a kill forgets nothing. */
const NOTE = { externalId: externalIdOf('default_user_rights'), key: 'supportdesk.default_user_rights' };

export const isRightsNote = ({ externalId }: LiveRecord): boolean => externalId === NOTE.externalId;

/** Runs what installs modules, while Odoo gives nobody a group for it. */
export async function withoutDefaultRights(odoo: Odoo, install: () => Promise<void>): Promise<void> {
  const before = await getParameter(odoo, PARAMETER);
  if (!isOn(before)) return install();
  await odoo.model(Parameter).load(['id', 'key', 'value'], [[NOTE.externalId, NOTE.key, before]]);
  await setParameter(odoo, PARAMETER, OFF);
  try {
    await install();
  } catch (error) {
    // Where Odoo is away for this, too, the note stays, and the next apply puts it back.
    await restoreDefaultRights(odoo).catch(() => undefined);
    throw error;
  }
  await restoreDefaultRights(odoo);
}

/** Puts the parameter back as it was, unless a person has set it meanwhile. */
export async function restoreDefaultRights(odoo: Odoo): Promise<void> {
  const before = await getParameter(odoo, NOTE.key);
  if (before === '') return;
  if ((await getParameter(odoo, PARAMETER)) === OFF) await setParameter(odoo, PARAMETER, before);
  await setParameter(odoo, NOTE.key, false);
}

/** What the plan shows where an apply was cut short in between. */
export function rightsChange({ rightsNote }: LiveState): readonly Change[] {
  if (rightsNote === undefined) return [];
  return [
    {
      kind: 'update',
      recordId: rightsNote.recordId,
      columns: [{ column: 'value', from: OFF, to: 'as it was' }],
      record: {
        externalId: rightsNote.externalId,
        model: rightsNote.model,
        stage: 'modules',
        address: `${PARAMETER}, which an apply that was cut short left switched off`,
        values: {},
      },
    },
  ];
}

const OFF = 'False';

/** As Odoo reads it. */
const isOn = (value: string): boolean => /^(y|yes|1|true|t|on)$/i.test(value);

const Parameter = {
  name: 'ir.config_parameter',
  fields: { key: { type: 'char' }, value: { type: 'text' } },
} as const;

async function getParameter(odoo: Odoo, key: string): Promise<string> {
  const value = await odoo.call(Parameter.name, 'get_param', [key], {}, { retry: true });
  return typeof value === 'string' ? value : '';
}

async function setParameter(odoo: Odoo, key: string, value: string | false): Promise<void> {
  await odoo.call(Parameter.name, 'set_param', [key, value], {}, { retry: true });
}
