import { addons } from '../../addons/index.ts';
import { getConfig } from '../../config/get-config.ts';
import { renderConfig } from '../../config/render-config.ts';
import type { Environment } from '../../lib/settings-part.ts';
import type { Terminal } from '../../lib/terminal.ts';

export interface ConfigCommandOptions {
  readonly json?: boolean;
}

/**
 * Prints what the organisation decided and where each line comes from. Asks nobody but the files.
 * @throws ConfigurationError with every problem at once.
 */
export function configCommand(
  environment: Environment,
  terminal: Terminal,
  { json = false }: ConfigCommandOptions,
): number {
  const loaded = getConfig(environment, addons);
  terminal.print(json ? JSON.stringify(loaded.values, null, 2) : renderConfig(loaded));
  return 0;
}
