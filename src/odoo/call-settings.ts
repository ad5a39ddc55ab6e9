import type { Caller, CallOptions, Context } from './caller.ts';

/** What holds for every call made through `with(settings)`. */
export interface CallSettings {
  /** Laid under what a single call says: language, time zone, `active_test`, … */
  readonly context?: Context;
  /**
   * Aborting it rejects the calls under way, and those still waiting, with the signal's reason. Null takes off what was
   * bound before: for work that must come to its end though nobody waits for it any more.
   */
  readonly signal?: AbortSignal | null | undefined;
  /** Give up at the first fault, also where sending again would be safe. */
  readonly retry?: false;
}

/** The same caller, with settings for all that it calls. */
export function applySettings(caller: Caller, settings: CallSettings): Caller {
  return {
    call(model, method, args, kwargs = {}, options = {}) {
      const context = mergeContexts(settings.context, kwargs.context);
      return caller.call(
        model,
        method,
        args,
        context === undefined ? kwargs : { ...kwargs, context },
        mergeOptions(settings, options),
      );
    },
  };
}

function mergeContexts(under: Context | undefined, over: unknown): Context | undefined {
  if (under === undefined) return isContext(over) ? over : undefined;
  return isContext(over) ? { ...under, ...over } : under;
}

function isContext(value: unknown): value is Context {
  return typeof value === 'object' && value !== null;
}

function mergeOptions(settings: CallSettings, options: CallOptions): CallOptions {
  return {
    ...options,
    ...(settings.retry === false ? { retry: false } : {}),
    signal: mergeSignals(settings.signal, options.signal),
  };
}

function mergeSignals(under: CallOptions['signal'], over: CallOptions['signal']): CallOptions['signal'] {
  if (over === null || under === undefined) return over;
  return under && over ? AbortSignal.any([under, over]) : (over ?? under);
}
