import type { AddonDeclaration, AutomationDeclaration } from '../../schema/index.ts';
import type { Problem } from './problem.ts';

/**
 * Odoo runs an automation on every save that has neither fields nor a filter, and takes each stored value that it
 * computes for a save of its own: one ticket that is made runs it seven times.
 */
export function checkAutomations(addons: readonly AddonDeclaration[]): readonly Problem[] {
  return addons.flatMap(({ name, automations = [] }) =>
    automations.filter(runsTooOften).map(({ id }) => ({
      address: `${name} › ${id}`,
      message:
        'without fields and filter it runs several times for one save; name the fields that set it off, or say everySave: true',
    })),
  );
}

function runsTooOften(automation: AutomationDeclaration): boolean {
  if (automation.trigger !== 'on_create_or_write' && automation.trigger !== 'on_write') return false;
  const { fields = [], filter, everySave = false } = automation;
  return fields.length === 0 && filter === undefined && !everySave;
}
