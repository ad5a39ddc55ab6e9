import { AppError } from '../lib/errors.ts';
import { isOdooError, OdooError } from '../odoo/faults.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { deleteRecords } from './delete-records.ts';
import type { Change } from './diff.ts';
import { enforceAccess } from './enforce-access.ts';
import { fillActive } from './fill-active.ts';
import type { LiveRecord } from './live-state.ts';
import { loadRecords } from './load-records.ts';
import { forgetNames, nameRecords } from './name-records.ts';
import { order } from './order.ts';
import type { Plan } from './plan.ts';
import type { DesiredRecord } from './record.ts';
import { runOnce } from './run-once.ts';
import type { Step } from './step.ts';
import { withoutTranslations } from './translation-column.ts';
import { getId, toWireValue } from './wire-value.ts';
import { withPatience } from './with-patience.ts';
import { writeLabels } from './write-labels.ts';
import { writeTranslations } from './write-translations.ts';

export interface ApplyProgress {
  readonly done: number;
  readonly total: number;
  readonly description: string;
}

export interface ApplyOptions {
  /** Stops between two steps. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait, in milliseconds, before each further try of a step while Odoo is away. */
  readonly waits?: readonly number[];
}

/**
 * Carries a plan out, step by step. Each step is one transaction in Odoo, and creations bring their external id
 * with them, so an apply that is cut short anywhere is completed by the next plan and apply.
 */
export async function apply(
  odoo: Odoo,
  plan: Plan,
  onProgress: (progress: ApplyProgress) => void,
  { signal, waits = WAITS }: ApplyOptions = {},
): Promise<void> {
  const steps = order(plan.changes.filter(isRecord), plan.seal);
  if (steps.length === 0) return;
  const ids = new Map(plan.live.ids);
  const perform = (description: string, step: Step) =>
    withPatience(() => run(odoo, step, ids), isRepeatable(step), waits).catch((error: unknown) => {
      throw isOdooError(error) && error.retryable ? interrupted(description, error) : error;
    });
  if (plan.opening) await perform('note what is about to change', sealStep(plan.opening, ids));
  for (const [index, step] of steps.entries()) {
    const description = describe(step);
    if (signal?.aborted) throw stopped(description, signal);
    onProgress({ done: index, total: steps.length, description });
    await perform(description, step);
  }
  onProgress({ done: steps.length, total: steps.length, description: 'done' });
}

/** Modules are installed before a plan is carried out. */
const isRecord = (change: Change) => change.kind === 'delete' || change.record.stage !== 'modules';

/** Enough for an Odoo that restarts, on top of the transport's own quick tries. */
const WAITS = [2_000, 5_000, 10_000, 20_000, 30_000];

/** What may reach Odoo twice and ends in the same state. */
const isRepeatable = ({ kind }: Step) => kind !== 'adopt';

function sealStep(seal: DesiredRecord, ids: ReadonlyMap<string, LiveRecord>): Step {
  if (!ids.has(seal.externalId)) return { kind: 'load', model: seal.model, records: [seal] };
  return { kind: 'write', record: seal, values: seal.values };
}

function interrupted(description: string, cause: OdooError): OdooError {
  return new OdooError(`stopped at “${description}”: ${cause.message}`, {
    code: cause.code,
    help: 'What was done before remains. Once Odoo answers again, run apply again: it picks up from there.',
    retryable: true,
    cause,
  });
}

function stopped(description: string, signal: AbortSignal): unknown {
  if (signal.reason instanceof AppError) return signal.reason;
  return new AppError(`stopped before “${description}”`, {
    code: 'stopped',
    help: 'What was done remains. Run apply again: it picks up from there.',
  });
}

function describe(step: Step): string {
  if (step.kind === 'adopt') return `adopt ${step.records.length} records`;
  if (step.kind === 'forget') return `forget ${step.records.length} external ids`;
  if (step.kind === 'unlink') return `delete ${step.records.length} × ${step.model}`;
  if (step.kind === 'move') return `move ${step.action.address}`;
  if (step.kind === 'labels') return `translate ${step.texts.length} × ${step.model}`;
  if (step.kind === 'load') return `create ${step.records.length} × ${step.model}`;
  return `update ${step.record.model} ${step.record.externalId}`;
}

async function run(odoo: Odoo, step: Step, ids: Map<string, LiveRecord>): Promise<void> {
  if (step.kind === 'adopt') return nameRecords(odoo, step.records);
  if (step.kind === 'forget') return forgetNames(odoo, step.records);
  if (step.kind === 'unlink') return deleteRecords(odoo, step);
  if (step.kind === 'load' && step.model === 'ir.default') await fillActive(odoo, step.records, ids);
  if (step.kind === 'load') {
    await loadRecords(odoo, step.model, step.records, ids);
    return step.model === 'ir.model.access' ? enforceAccess(odoo, step.records, ids) : undefined;
  }
  if (step.kind === 'move') return runOnce(odoo, step.action, ids);
  if (step.kind === 'labels') return writeLabels(odoo, step, ids);
  const { model, externalId } = step.record;
  const recordId = getId(ids, externalId);
  const values = Object.fromEntries(
    Object.entries(withoutTranslations(step.values)).map(([column, value]) => [
      column,
      toWireValue(value, ids),
    ]),
  );
  if (Object.keys(values).length > 0)
    await odoo.call(model, 'write', [[recordId], values], {}, { retry: true });
  await writeTranslations(odoo, step.record, recordId, step.values);
}
