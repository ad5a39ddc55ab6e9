import type { Check } from '../../addons/check.ts';
import { AppError, errorMessage } from '../../lib/errors.ts';
import type { Terminal } from '../../lib/terminal.ts';
import type { Parts } from '../compose.ts';
import { connectionChecks, odooChecks } from '../doctor/odoo-checks.ts';
import { portalChecks } from '../doctor/portal-checks.ts';

/** Reaches Odoo and every source, and says of each thing whether it is right. Answers 0 where all is. */
export async function doctorCommand(parts: Parts, terminal: Terminal): Promise<number> {
  const report = (checks: readonly Check[]) => runChecks(checks, terminal);
  const [odoo, login] = connectionChecks(parts);
  const isOdooFine = (await report([odoo])) && (await report([login])) && (await report(odooChecks(parts)));
  const isRestFine = await report([
    ...parts.addons.flatMap(({ checks }) => checks?.(parts.services) ?? []),
    ...portalChecks(parts.settings),
  ]);
  const isFine = isOdooFine && isRestFine;
  terminal.print(isFine ? '\nAll is well.' : '\nNot ready yet: follow the arrows, then run doctor again.');
  return isFine ? 0 : 1;
}

/** One after the other, so that the report reads in order. */
async function runChecks(checks: readonly Check[], terminal: Terminal): Promise<boolean> {
  let isFine = true;
  for (const { label, run } of checks) {
    try {
      const { text, advice } = await run();
      terminal.print(`${advice === undefined ? '✓' : '!'} ${label.padEnd(12)} ${text}`);
      if (advice !== undefined) terminal.print(`  → ${advice}`);
    } catch (error) {
      isFine = false;
      terminal.print(`✗ ${label.padEnd(12)} ${errorMessage(error)}`);
      if (error instanceof AppError && error.help) terminal.print(`  → ${error.help}`);
    }
  }
  return isFine;
}
