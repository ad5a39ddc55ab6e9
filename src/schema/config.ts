import { z } from 'zod';
import type { Contribution } from '../lib/slot.ts';
import type { AddonDeclaration } from './addon.ts';
import type { RecordDeclaration } from './data.ts';

/** What an organisation decided: what its YAML says, by top-level key. Each part reads its own with {@link ConfigPart.of}. */
export type Config = Readonly<Record<string, unknown>>;

/** Something wrong that only shows beside what the addons declare. */
export interface ConfigProblem {
  /** From the part's own key on: `['fields', 'x_room']`. */
  readonly path: readonly string[];
  readonly message: string;
}

export interface ConfigOptions<S extends z.ZodType> {
  /** The key in the organisation's YAML, at the top. */
  readonly key: string;
  /** What may stand below it; without a word everything must have a default. Descriptions become the manual. */
  readonly schema: S;
  /** Records handed out: more for the addon's own declaration. */
  readonly records?: (values: z.output<S>) => readonly RecordDeclaration[];
  /** Declarations beside the addon's own, each with its own texts. */
  readonly declares?: (values: z.output<S>) => readonly AddonDeclaration[];
  /** What goes into slots because of it. */
  readonly contributes?: (values: z.output<S>) => readonly Contribution[];
  readonly problems?: (
    values: z.output<S>,
    declarations: readonly AddonDeclaration[],
  ) => readonly ConfigProblem[];
}

/** What an addon lets an organisation decide. Made by {@link defineConfig}; nobody but the part knows the type of its values. */
export interface ConfigPart<S extends z.ZodType = z.ZodType> {
  readonly key: string;
  readonly schema: S;
  /** What holds, what nobody decided included. */
  of(config: Config): z.output<S>;
  records(config: Config): readonly RecordDeclaration[];
  declares(config: Config): readonly AddonDeclaration[];
  contributes(config: Config): readonly Contribution[];
  problems(config: Config, declarations: readonly AddonDeclaration[]): readonly ConfigProblem[];
}

export function defineConfig<S extends z.ZodType>(options: ConfigOptions<S>): ConfigPart<S> {
  const { key, schema, records, declares, contributes, problems } = options;
  const of = (config: Config) => schema.parse(config[key] ?? {});
  return {
    key,
    schema,
    of,
    records: (config) => records?.(of(config)) ?? [],
    declares: (config) => declares?.(of(config)) ?? [],
    contributes: (config) => contributes?.(of(config)) ?? [],
    problems: (config, declarations) => problems?.(of(config), declarations) ?? [],
  };
}

/** How things are named in the YAML: `it`, `second_line`. The name becomes part of an external id, so it must not change. */
export const ConfigId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'must be a name such as second_line: small letters, digits and _');

/**
 * Things by name. Names keep them apart where a file builds on a preset: what it says of one is laid over what the
 * preset says, and `false` leaves out what the preset has.
 */
export function namedEntries<E extends z.ZodType>(name: z.ZodString, entry: E) {
  return z
    .record(name, z.union([entry, z.literal(false).describe('Leaves out what the preset has')]))
    .transform(
      (entries): Readonly<Record<string, z.output<E>>> =>
        Object.fromEntries(
          Object.entries(entries).flatMap(([key, value]) => (value === false ? [] : [[key, value]])),
        ),
    )
    .prefault({});
}

/** The name of something that stands elsewhere in the YAML, such as `teams.teams`. */
export const referenceTo = (where: string) => ConfigId.meta({ refersTo: where });

/** More about things that stand elsewhere in the YAML, by their names there. */
export const entriesAbout = <E extends z.ZodType>(where: string, entry: E) =>
  namedEntries(ConfigId, entry).meta({ keysReferTo: where });

const Switches = z.looseObject({ addons: z.record(z.string(), z.unknown()).optional() });

/** Every addon is on unless the organisation switched it off. */
export const isAddonOn = (config: Config, name: string): boolean =>
  Switches.parse(config).addons?.[name] !== false;
