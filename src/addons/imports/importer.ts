import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Say, Told } from '../../lib/phrase.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { Refusal } from '../../sync/source.ts';
import type { StandIns } from './rehearse.ts';
import type { OwnFields, SourceIdentity, SourceRecord } from './source-record.ts';

/** A source that the settings name, ready to be read. `O`: the fields that its connector adds to sources. */
export interface Importer<O extends OwnFields = OwnFields> extends SourceIdentity<O> {
  /** As an operator reads it: what the system is called, and which of several this is. */
  readonly label: string;
  /** Reaches the source and checks its rights; says what it found. @throws AppError with the remedy. */
  test(work: TestWork<O>): Promise<readonly Told[]>;
  /** How many records the source shows, where Odoo has all of them as they are; undefined where there is work. */
  countUnchanged(work: ImportWork<O>): Promise<number | undefined>;
  /** How many records a run will read, where the source can tell cheaply. */
  count(work: ImportWork<O>): Promise<number | undefined>;
  /** Reads and writes; whoever calls it holds the source's lease. */
  run(work: ImportWork<O>): Promise<ImportProgress>;
  /** For a dry run. */
  readonly standIns?: StandIns;
  close(): void;
}

/** The record is absent where nobody has made one yet. */
export type TestWork<O extends OwnFields = OwnFields> = Pick<ImportWork, 'signal'> &
  Partial<Pick<ImportWork<O>, 'record'>>;

export interface ImportWork<O extends OwnFields = OwnFields> {
  readonly odoo: Odoo;
  readonly log: Log;
  readonly clock: Clock;
  /** Aborted when the import shall stop; the next run goes on there. */
  readonly signal: AbortSignal;
  readonly record: SourceRecord & O;
  /** On schedule, what was refused is tried again when its time has come; whoever starts a run has all of it tried. */
  readonly isScheduled: boolean;
  /** Begin at the first record and compare all, whatever the cursor says. */
  readonly full: boolean;
  /** Begin at the changes of this moment, ISO 8601, whatever the cursor says. */
  readonly since?: string | undefined;
  /** These records and no others, by the source's own ids; the cursor stays. */
  readonly only?: readonly number[] | undefined;
  /** Words for what people find in Odoo. */
  readonly say: Say;
  /** The run that written records remember; made when first asked for, so ask just before the first write. */
  runId(): Promise<number>;
  /** Hears of every page. */
  onProgress(progress: ImportProgress): Promise<void>;
}

/** What a run has done so far. */
export interface ImportProgress {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly messages: number;
  readonly refused: number;
  /** The first of them: all stand in Odoo, and there may be many. */
  readonly refusals: readonly Refusal[];
}

export const NOTHING: ImportProgress = {
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  messages: 0,
  refused: 0,
  refusals: [],
};

export const hasNews = ({ created, updated, messages, refused }: ImportProgress): boolean =>
  created + updated + messages + refused > 0;
