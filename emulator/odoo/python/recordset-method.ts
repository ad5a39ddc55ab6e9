import type { Env, Model } from '../model.ts';
import type { PyRecordset } from './from-python.ts';
import type { PyKeywords, PyValue } from './object.ts';

/** Whose method is called. */
export interface Subject {
  readonly env: Env;
  readonly model: Model;
  readonly ids: readonly number[];
  readonly recordset: PyRecordset;
  /** Other records of the same model, for the same user. */
  make(ids: readonly number[]): PyRecordset;
}

export type RecordsetMethod = (subject: Subject, args: readonly PyValue[], keywords: PyKeywords) => PyValue;
