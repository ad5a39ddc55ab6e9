import type { Settings } from '../../config.ts';
import { AppError, errorMessage } from '../../lib/errors.ts';
import type { Parts } from '../compose.ts';
import type { Check } from '../doctor/check.ts';
import { connectionChecks, odooChecks } from '../doctor/odoo-checks.ts';
import { portalChecks } from '../doctor/portal-checks.ts';
import { sourceChecks } from '../doctor/source-checks.ts';
import type { Terminal } from '../terminal.ts';

/** Reaches Odoo and every source, and says of each thing whether it is right. Answers 0 where all is. */
export async function doctorCommand(parts: Parts, settings: Settings, terminal: Terminal): Promise<number> {
  const report = (checks: readonly Check[]) => runChecks(checks, terminal);
  const [odoo, login] = connectionChecks(parts, settings);
  const isOdooFine =
    (await report([odoo])) && (await report([login])) && (await report(odooChecks(parts, settings)));
  const isRestFine = await report([...sourceChecks(parts), ...portalChecks(settings)]);
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
