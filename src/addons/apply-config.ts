import { type Config, type ConfigPart, isAddonOn } from '../schema/index.ts';
import type { Addon } from './addon.ts';

/** The addons that are on, each with what an organisation's decisions make of it. */
export function applyConfig(addons: readonly Addon[], config: Config): readonly Addon[] {
  return addons
    .filter(({ declaration }) => isAddonOn(config, declaration.name))
    .flatMap((addon) => (addon.config ? configure(addon, addon.config, config) : [addon]));
}

function configure(addon: Addon, part: ConfigPart, config: Config): readonly Addon[] {
  const { declaration, contributes = [] } = addon;
  const { translations = {}, phrases = {} } = declaration;
  const records = [...(declaration.records ?? []), ...part.records(config)];
  return [
    {
      ...addon,
      declaration: { ...declaration, records },
      contributes: [...contributes, ...part.contributes(config)],
    },
    // In the addon's own languages, unless it brings others.
    ...part.declares(config).map((more) => ({ declaration: { translations, phrases, ...more } })),
  ];
}
