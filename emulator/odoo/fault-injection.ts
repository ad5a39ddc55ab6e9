import type { Answer } from './http/exchange.ts';

/** A failure to show instead of the answer, for the next so many requests that match. */
export interface InjectedFault {
  readonly times: number;
  readonly status?: number;
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** Nothing happens before. */
  readonly until?: Promise<unknown>;
  /** Closes the connection without an answer. */
  readonly hangUp?: boolean;
  readonly match?: { readonly model?: string; readonly method?: string; readonly path?: string };
  /** The call is carried out first; only its answer is lost. */
  readonly afterExecution?: boolean;
}

export interface CallInfo {
  readonly path: string;
  readonly model?: string;
  readonly method?: string;
  readonly uid?: number;
}

export interface FaultInjection {
  add(fault: InjectedFault): void;
  /** The fault that applies to a call; each time it is taken it has one time less to go. */
  take(call: CallInfo): InjectedFault | undefined;
}

export function createFaultInjection(): FaultInjection {
  let waiting: { readonly fault: InjectedFault; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times });
    },
    take(call) {
      const found = waiting.find(({ fault }) => matches(fault, call));
      if (!found) return undefined;
      found.left--;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault;
    },
  };
}

function matches({ match = {} }: InjectedFault, call: CallInfo): boolean {
  return (
    (match.model === undefined || match.model === call.model) &&
    (match.method === undefined || match.method === call.method) &&
    (match.path === undefined || match.path === call.path)
  );
}

/** What a fault shows; undefined where it only delays. */
export function faultAnswer(fault: InjectedFault): Answer | undefined {
  if (fault.status === undefined && fault.body === undefined) return undefined;
  return {
    status: fault.status ?? 200,
    headers: { 'content-type': fault.contentType ?? 'text/html; charset=utf-8', ...fault.headers },
    body: fault.body ?? `<html><body><h1>${fault.status ?? 200}</h1></body></html>`,
  };
}
