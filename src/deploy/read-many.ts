import { z } from 'zod';
import { isOdooError } from '../odoo/faults.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { READER, READS } from './compile/reader.ts';
import type { LiveRecord } from './live-state.ts';

export interface Read {
  readonly model: string;
  readonly domain: readonly unknown[];
  /** Beside the id, which always comes along. */
  readonly fields: readonly string[];
  readonly context: Readonly<Record<string, unknown>>;
}

const Rows = z.array(z.looseObject({ id: z.number() }));
const Answers = z.array(Rows);
export type Rows = z.infer<typeof Rows>;

/**
 * The rows of every read, in one call where our reader is deployed and this account may use it. Before that, or where
 * somebody broke the reader's code, in one call each.
 */
export async function readMany(
  odoo: Odoo,
  reads: readonly Read[],
  deployed: readonly LiveRecord[],
): Promise<readonly Rows[]> {
  const reader = deployed.find(({ externalId }) => externalId === READER);
  const answers = reader && (await readAtOnce(odoo, reads, reader.recordId));
  return answers ?? Promise.all(reads.map((read) => readAlone(odoo, read)));
}

async function readAtOnce(
  odoo: Odoo,
  reads: readonly Read[],
  readerId: number,
): Promise<readonly Rows[] | undefined> {
  const context = {
    [READS]: reads.map(withId),
  };
  try {
    const answer = await odoo.call('ir.actions.server', 'run', [[readerId]], { context }, { retry: true });
    const answers = Answers.safeParse(answer);
    return answers.success && answers.data.length === reads.length ? answers.data : undefined;
  } catch (error) {
    // What is wrong with a read itself comes to light when it is made alone.
    if (isOdooError(error) && error.odooName !== undefined) return undefined;
    throw error;
  }
}

/** Without any name Odoo would read all fields. */
const withId = ({ model, domain, fields, context }: Read): Read => ({
  model,
  domain,
  fields: fields.length > 0 ? fields : ['id'],
  context,
});

async function readAlone(odoo: Odoo, read: Read): Promise<Rows> {
  const { model, domain, fields, context } = withId(read);
  try {
    return Rows.parse(await odoo.call(model, 'search_read', [domain, fields], { context }, { retry: true }));
  } catch (error) {
    // Somebody deleted a model of ours by hand, which leaves the external ids of its records behind.
    if (model.startsWith('x_') && isOdooError(error, 'odoo_user_error')) return [];
    throw error;
  }
}
