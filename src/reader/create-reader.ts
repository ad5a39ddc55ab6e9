import type { Caller } from '../odoo/caller.ts';
import { createOdoo, type ModelReads, type Reads } from '../odoo/model-api.ts';
import type { ModelShape } from '../odoo/model-shape.ts';

/** One read as it goes over the wire. */
export interface Read {
  readonly model: string;
  readonly method: string;
  readonly domain: readonly unknown[];
  /** The method's other arguments, by name. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Answered with nothing unless this record is seen; false where the model itself is what is seen. */
  readonly of: { readonly model: string; readonly id: number } | false;
  /** Of what `web_search_read` finds. */
  readonly upTo: UpTo | false;
}

/** Records until one of their texts is too much, which comes along and tells so; the next one too, where that is the first. */
export interface UpTo {
  readonly field: string;
  /** Of that field, in all records together. */
  readonly characters: number;
}

/**
 * Odoo as somebody sees it, to read: of each model what their record rules show them. What is asked for at the same time
 * goes in one call, so that a page costs one, however many parts of it read.
 */
export interface Reader extends Reads {
  /**
   * What hangs on a record: all that a domain finds of any model, and nothing where they do not see that record. The domain
   * must name the record, and leave out what they may not see of it.
   */
  of(shape: ModelShape, id: number, upTo?: UpTo): Reads;
}

/** Sends reads, and answers each at its place. */
export type SendReads = (reads: readonly Read[]) => Promise<readonly unknown[]>;

interface Waiting {
  readonly read: Read;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function createReader(send: SendReads): Reader {
  let waiting: Waiting[] = [];

  /** Once all code that needs no answer first has asked. */
  function flush(): void {
    const batch = waiting;
    waiting = [];
    send(batch.map(({ read }) => read)).then(
      (answers) => {
        for (const [position, { resolve }] of batch.entries()) resolve(answers[position]);
      },
      (error: unknown) => {
        for (const { reject } of batch) reject(error);
      },
    );
  }

  function callerOf(of: Read['of'], upTo: Read['upTo']): Caller {
    return {
      call: (model, method, args, kwargs = {}) =>
        new Promise((resolve, reject) => {
          const read = { ...mapRead(model, method, args, kwargs), of, upTo };
          if (waiting.length === 0) setImmediate(flush);
          waiting.push({ read, resolve, reject });
        }),
    };
  }

  return {
    ...readsOf(callerOf(false, false)),
    of: ({ name }, id, upTo) => readsOf(callerOf({ model: name, id }, upTo ?? false)),
  };
}

function readsOf(caller: Caller): Reads {
  const odoo = createOdoo(caller);
  return {
    call: odoo.call,
    model: <const M extends ModelShape>(shape: M): ModelReads<M> => odoo.model(shape),
  };
}

/** The methods that the action knows, and the names of what they take by position. */
const METHODS = {
  search: ['domain'],
  search_count: ['domain'],
  search_read: ['domain', 'fields'],
  web_search_read: ['domain', 'specification'],
  read_group: ['domain', 'fields', 'groupby'],
} as const;

function mapRead(
  model: string,
  method: string,
  args: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>>,
): Omit<Read, 'of' | 'upTo'> {
  if (!isMethod(method)) throw new Error(`${model}.${method} cannot be read for somebody else`);
  const named = Object.fromEntries(args.map((value, position) => [METHODS[method][position], value]));
  const { domain, ...options } = { ...named, ...kwargs };
  if (!Array.isArray(domain)) throw new Error(`${model}.${method} without a domain`);
  return { model, method, domain, options };
}

function isMethod(method: string): method is keyof typeof METHODS {
  return Object.hasOwn(METHODS, method);
}
