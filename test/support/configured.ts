import type { Addon } from '../../src/addons/addon.ts';
import { applyConfig } from '../../src/addons/apply-config.ts';
import { addons } from '../../src/addons/index.ts';
import { createConfigFiles } from '../../src/config/config-files.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { renderProblems } from '../../src/config/problem.ts';

/** The addons as an organisation has them whose file says this. */
export function configured(yaml: string): readonly Addon[] {
  const { config, problems } = loadConfig(
    './desk.yaml',
    { ...createConfigFiles(), read: () => yaml },
    addons,
  );
  if (problems.length > 0) throw new Error(renderProblems(problems));
  return applyConfig(addons, config);
}
