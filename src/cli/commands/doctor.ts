import type { Check } from '../../addons/check.ts';
import { AppError, errorMessage } from '../../lib/errors.ts';
import type { Terminal } from '../../lib/terminal.ts';
import type { Parts } from '../compose.ts';
import { connectionChecks, odooChecks } from '../doctor/odoo-checks.ts';
import { portalChecks } from '../doctor/portal-checks.ts';

type Verdict = 'fine' | 'advised' | 'wrong';

/** Reaches Odoo and every source, and says of each thing whether it is right. Answers 0 where nothing is wrong. */
export async function doctorCommand(parts: Parts, terminal: Terminal): Promise<number> {
  const verdicts: Verdict[] = [];
  const report = async (checks: readonly Check[]): Promise<boolean> => {
    const found = await runChecks(checks, terminal);
    verdicts.push(...found);
    return !found.includes('wrong');
  };
  const [odoo, login] = connectionChecks(parts);
  if ((await report([odoo])) && (await report([login]))) await report(odooChecks(parts));
  await report([
    ...parts.addons.flatMap(({ checks }) => checks?.(parts.services) ?? []),
    ...portalChecks(parts.settings),
  ]);
  terminal.print(`\n${conclude(verdicts)}`);
  return verdicts.includes('wrong') ? 1 : 0;
}

/** One after the other, so that the report reads in order. */
async function runChecks(checks: readonly Check[], terminal: Terminal): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { label, run } of checks) {
    try {
      const { text, advice } = await run();
      verdicts.push(advice === undefined ? 'fine' : 'advised');
      terminal.print(`${advice === undefined ? '✓' : '!'} ${label.padEnd(12)} ${text}`);
      if (advice !== undefined) terminal.print(`  → ${advice}`);
    } catch (error) {
      verdicts.push('wrong');
      terminal.print(`✗ ${label.padEnd(12)} ${errorMessage(error)}`);
      if (error instanceof AppError && error.help) terminal.print(`  → ${error.help}`);
    }
  }
  return verdicts;
}

function conclude(verdicts: readonly Verdict[]): string {
  if (verdicts.includes('wrong')) return 'Not ready yet. Follow the arrows, then run doctor again.';
  const advised = verdicts.filter((verdict) => verdict === 'advised').length;
  if (advised === 0) return 'All is well.';
  return `It works, but ${advised === 1 ? 'one thing deserves' : `${advised} things deserve`} a look. Follow the arrows.`;
}
