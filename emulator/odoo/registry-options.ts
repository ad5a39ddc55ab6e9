import type { Behaviour, BuiltinModel, Field } from './model.ts';
import type { Store } from './store.ts';

/** What the models of a database are put together from. */
export interface RegistryOptions {
  readonly store: Store;
  readonly builtins: readonly BuiltinModel[];
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  readonly compileCompute: (code: string, field: string) => NonNullable<Field['compute']>;
}
