import { type Config, type ConfigProblem, isAddonOn } from '../schema/index.ts';
import type { ConfigurableAddon } from './create-schema.ts';

/** An addon that another one builds on cannot be switched off alone. */
export function checkAddons(addons: readonly ConfigurableAddon[], config: Config): readonly ConfigProblem[] {
  const isOn = ({ declaration }: ConfigurableAddon) => isAddonOn(config, declaration.name);
  return addons
    .filter((addon) => !isOn(addon))
    .flatMap(({ declaration: { name } }) => {
      const leaning = addons.filter(isOn).filter((addon) => addon.declaration.depends?.includes(name));
      if (leaning.length === 0) return [];
      const names = leaning.map(({ declaration }) => declaration.name);
      const message = `cannot be off while ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} on: ${
        names.length === 1 ? 'it builds' : 'they build'
      } on ${name}`;
      return [{ path: ['addons', name], message }];
    });
}
