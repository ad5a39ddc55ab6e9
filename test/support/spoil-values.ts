import { z } from 'zod';
import type { Caller } from '../../src/odoo/caller.ts';
import { readAction } from '../../src/reader/read-action.ts';

/** A value in one of Odoo's rows, as a page read it. */
export interface ReadValue {
  readonly model: string;
  readonly id: number;
  readonly field: string;
}

interface Spoilt extends ReadValue {
  readonly value: unknown;
}

export interface Spoiler {
  /** Stands between the service account and Odoo. */
  readonly wrap: (service: Caller) => Caller;
  /** From now on this value is another. Answers whether anybody has read it since. */
  spoil(value: Spoilt | undefined): () => boolean;
  /** Each value that is read meanwhile, once. */
  watch(work: () => Promise<unknown>): Promise<readonly ReadValue[]>;
}

/** One value that Odoo answers otherwise than it is, to the service itself and to whomever it reads for. */
export function createSpoiler(): Spoiler {
  let spoilt: Spoilt | undefined;
  let wasRead = false;
  let seen: Map<string, ReadValue> | undefined;

  function mapRow(model: string, row: Row): Row {
    if (seen) {
      for (const field of Object.keys(row).filter((name) => name !== 'id')) {
        seen.set(`${model} ${row.id} ${field}`, { model, id: row.id, field });
      }
    }
    if (!spoilt || model !== spoilt.model || row.id !== spoilt.id || !(spoilt.field in row)) return row;
    wasRead = true;
    return { ...row, [spoilt.field]: spoilt.value };
  }

  function mapAnswer(model: string, answer: unknown): unknown {
    const found = Page.safeParse(answer);
    if (found.success) return { ...found.data, records: mapAnswer(model, found.data.records) };
    const rows = Rows.safeParse(answer);
    return rows.success ? rows.data.map((row) => mapRow(model, row)) : answer;
  }

  return {
    wrap: (service) => ({
      async call(model, method, args, kwargs, options) {
        const answer = await service.call(model, method, args, kwargs, options);
        const asked = Asked.safeParse(kwargs);
        if (!asked.success) return mapAnswer(model, answer);
        const { reads } = asked.data.context.supportdesk_reads;
        const { answers } = readAction.answer.parse(answer);
        return { answers: answers.map((one, at) => mapAnswer(reads[at]?.model ?? '', one)) };
      },
    }),
    spoil(value) {
      spoilt = value;
      wasRead = false;
      return () => wasRead;
    },
    async watch(work) {
      spoilt = undefined;
      seen = new Map();
      await work();
      const values = [...seen.values()];
      seen = undefined;
      return values;
    },
  };
}

/** What `readAction` is asked. */
const Asked = z.looseObject({
  context: z.looseObject({
    supportdesk_reads: z.looseObject({ reads: z.array(z.looseObject({ model: z.string() })) }),
  }),
});
const Page = z.looseObject({ records: z.unknown() });
const Row = z.looseObject({ id: z.number() });
type Row = z.infer<typeof Row>;
const Rows = z.array(Row);
