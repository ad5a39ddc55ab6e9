import { AppError } from '../../lib/errors.ts';
import type { AddonDeclaration } from '../../schema/index.ts';
import { compile } from '../compile/compile.ts';
import { checkAutomations } from './automations.ts';
import { checkCategories } from './categories.ts';
import { checkCode } from './code.ts';
import { checkFields } from './fields.ts';
import { checkIds } from './ids.ts';
import { createKnownNames } from './known-names.ts';
import { checkMails, checkMessages } from './mails.ts';
import { checkModels } from './models.ts';
import { checkPhrases } from './phrases.ts';
import type { Problem } from './problem.ts';
import { checkSelections } from './selections.ts';
import { checkViews } from './views.ts';

/** Faults in the declarations themselves, all of them, each with its address. */
export class DeclarationError extends AppError {
  override readonly name = 'DeclarationError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ address, message }) => `${address}: ${message}`).join('\n'), {
      code: 'declaration',
      help: 'Correct the declarations; nothing was sent to Odoo.',
    });
    this.problems = problems;
  }
}

/** @throws DeclarationError with every fault at once. */
export function check(addons: readonly AddonDeclaration[]): void {
  const records = compile(addons);
  const names = createKnownNames(addons, records);
  const problems = [
    ...checkIds(records),
    ...checkCategories(addons),
    ...checkModels(addons),
    ...checkFields(addons),
    ...checkSelections(addons),
    ...checkAutomations(addons),
    ...checkCode(addons, names),
    ...checkViews(addons, names),
    ...checkMails(addons, names),
    ...checkMessages(addons),
    ...checkPhrases(addons),
  ];
  if (problems.length > 0) throw new DeclarationError(problems);
}
