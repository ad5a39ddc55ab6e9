import { z } from 'zod';
import { defineCommand } from '../../command.ts';
import { importEquipment, planEquipment } from './import-equipment.ts';
import { readTable } from './read-table.ts';

/** Of a long list of what is wrong, on the terminal. */
const MOST = 20;

/** `supportdesk assets import FILE.csv` */
export const importEquipmentCommand = defineCommand({
  name: 'assets import',
  description: 'Import equipment from a CSV file, or update it by serial number',
  help: 'Says what it would do, and does it with --yes. Rows that do not fit are left out and named; the exit code is then 3.',
  args: [{ name: 'file', description: 'a CSV file in UTF-8 with the names of the columns in its first row' }],
  options: [
    { flags: '--dry-run', description: 'print what would change and write nothing, whatever else is said' },
    { flags: '--yes', description: 'write it' },
  ],
  schema: z.object({
    file: z.string(),
    dryRun: z.boolean().default(false),
    yes: z.boolean().default(false),
  }),
  async run({ services: { odoo, i18n }, terminal }, { file, dryRun, yes }) {
    const plan = await planEquipment(odoo, await readTable(file));
    for (const { line, problem } of plan.problems.slice(0, MOST)) terminal.note(`line ${line}: ${problem}`);
    if (plan.problems.length > MOST) terminal.note(`… and ${plan.problems.length - MOST} more.`);
    const isFlawless = plan.problems.length === 0;
    terminal.print(
      `${plan.rows.length - plan.known} new, ${plan.known} already there, ${new Set(plan.problems.map(({ line }) => line)).size} left out.`,
    );
    if (dryRun || !yes) {
      if (!dryRun && plan.rows.length > 0) terminal.note('Nothing is written yet. Run it again with --yes.');
      return isFlawless ? 0 : 3;
    }
    const { written, refused } = await importEquipment(odoo, plan, (done) => {
      if (terminal.isInteractive) terminal.note(`${done} of ${plan.rows.length}`);
    });
    const lines = new Map(plan.rows.map(({ externalId, line }) => [externalId, line]));
    for (const { externalId, reason } of refused)
      terminal.note(`line ${lines.get(externalId)}: ${i18n.sayIn('en')(reason)}`);
    terminal.print(`${written} written.`);
    return isFlawless && refused.length === 0 ? 0 : 3;
  },
});
