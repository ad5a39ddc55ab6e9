import { ConfigurationError, type Environment } from '../lib/settings-part.ts';
import { createConfigFiles } from './config-files.ts';
import type { ConfigurableAddon } from './create-schema.ts';
import { type LoadedConfig, loadConfig } from './load-config.ts';
import { renderProblems } from './problem.ts';
import { CONFIG_SETTING, type ConfigFiles } from './read-layers.ts';

const NAMED_BY_NOBODY = 'default';

/**
 * What the organisation decided, in the preset or file that the environment names.
 * @throws ConfigurationError with every problem at once.
 */
export function getConfig(
  environment: Environment,
  addons: readonly ConfigurableAddon[],
  files: ConfigFiles = createConfigFiles(),
): LoadedConfig {
  const loaded = loadConfig(environment[CONFIG_SETTING] || NAMED_BY_NOBODY, files, addons);
  if (loaded.problems.length === 0) return loaded;
  throw new ConfigurationError(
    `the organisation’s configuration is not right:\n${renderProblems(loaded.problems)}`,
    {
      code: 'configuration',
      help: 'Nothing was sent to Odoo. docs/configuration.md explains every key; `supportdesk config` looks at the file alone.',
    },
  );
}
