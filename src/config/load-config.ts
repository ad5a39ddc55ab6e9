import type { Config, ConfigProblem } from '../schema/index.ts';
import { checkAddons } from './check-addons.ts';
import { checkReferences } from './check-references.ts';
import { type ConfigurableAddon, createJsonSchema, createSchema, type JsonSchema } from './create-schema.ts';
import { describeIssue } from './describe-issue.ts';
import { mergeTrees } from './merge-trees.ts';
import type { Problem } from './problem.ts';
import { type ConfigFiles, readLayers, startOf } from './read-layers.ts';
import { emptyTree, nearestPlace, type Tree, toValue } from './tree.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** The same with all that nobody decided, as it holds; empty where something is wrong. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What the files say, laid over one another, with the place of each piece. */
  readonly tree: Tree;
  /** The files, what is built on before what builds on it. */
  readonly files: readonly string[];
  /** All that is wrong. Where there is something, the rest is not to be used. */
  readonly problems: readonly Problem[];
}

/** What an organisation decided: the preset or file of that name, with what it builds on. Pure but for reading the files. */
export function loadConfig(
  name: string,
  files: ConfigFiles,
  addons: readonly ConfigurableAddon[],
): LoadedConfig {
  const { trees, problems, isBroken } = readLayers(name, files);
  const start = startOf(trees);
  const tree = trees.reduce(mergeTrees, emptyTree(start.file));
  const config = toConfig(tree);
  const loaded = { config, tree, files: trees.map(({ place }) => place.file) };
  if (isBroken) return { ...loaded, values: {}, problems };
  const schema = createSchema(addons);
  const parsed = schema.safeParse(config);
  const wrong = parsed.success
    ? checkMeaning(addons, tree, config, createJsonSchema(schema))
    : parsed.error.issues.flatMap((issue) => describeIssue(issue, config, createJsonSchema(schema)));
  return {
    ...loaded,
    values: parsed.data ?? {},
    problems: [
      ...problems,
      ...wrong.map(({ path, message }) => ({ place: nearestPlace(tree, path), path, message })),
    ],
  };
}

function toConfig(tree: Tree): Config {
  const value = toValue(tree);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What can only be asked of values that are right by themselves. */
const checkMeaning = (
  addons: readonly ConfigurableAddon[],
  tree: Tree,
  config: Config,
  schema: JsonSchema,
): readonly ConfigProblem[] => [
  ...checkAddons(addons, config),
  ...checkReferences(tree, schema),
  ...checkParts(addons, config),
];

function checkParts(addons: readonly ConfigurableAddon[], config: Config): readonly ConfigProblem[] {
  const declarations = addons.map(({ declaration }) => declaration);
  return addons.flatMap(({ config: part }) =>
    (part?.problems(config, declarations) ?? []).map(({ path, message }) => ({
      path: [part?.key ?? '', ...path],
      message,
    })),
  );
}
