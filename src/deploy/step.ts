import type { LiveRecord } from './live-state.ts';
import type { DesiredRecord, Value } from './record.ts';

/** One call to Odoo, all of it or nothing; where it takes several, they may be made again. */
export type Step = AdoptStep | UnlinkStep | ForgetStep | LoadStep | MoveStep | LabelsStep | WriteStep;

/** Gives records that are there their external ids again. */
export interface AdoptStep {
  readonly kind: 'adopt';
  readonly records: readonly LiveRecord[];
}

export interface UnlinkStep {
  readonly kind: 'unlink';
  readonly model: string;
  readonly records: readonly LiveRecord[];
  /** The same records are made again right after: what uses them by name may keep doing so. */
  readonly isReplaced: boolean;
}

/** Deletes external ids of records that are gone. */
export interface ForgetStep {
  readonly kind: 'forget';
  readonly records: readonly LiveRecord[];
}

export interface LoadStep {
  readonly kind: 'load';
  readonly model: string;
  readonly records: readonly DesiredRecord[];
}

/** Copies the values of a field that goes. */
export interface MoveStep {
  readonly kind: 'move';
  readonly action: DesiredRecord;
}

export interface WriteStep {
  readonly kind: 'write';
  readonly record: DesiredRecord;
  readonly values: Readonly<Record<string, Value>>;
}

/** Translations of many records of one model that describes models. */
export interface LabelsStep {
  readonly kind: 'labels';
  readonly model: string;
  /** Among the values only the translations count. */
  readonly texts: readonly Pick<WriteStep, 'record' | 'values'>[];
}
