export interface CallOptions {
  /** Send again after a network fault: only for what may reach Odoo twice without harm. */
  readonly retry?: boolean;
  /** Null is no signal, not even one that was bound to the caller before. */
  readonly signal?: AbortSignal | null | undefined;
}

/** Somebody who may call Odoo's models: the service account or a customer's session. */
export interface Caller {
  call(
    model: string,
    method: string,
    args: readonly unknown[],
    kwargs?: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<unknown>;
}

export type Context = Readonly<Record<string, unknown>>;
