import { suggestion } from '../../lib/suggestion.ts';
import type { AddonDeclaration } from '../../schema/index.ts';
import type { Problem } from './problem.ts';

/** What code says stands among the addon's texts. */
export function checkPhrases(addons: readonly AddonDeclaration[]): readonly Problem[] {
  return addons.flatMap((addon) => {
    const known = Object.keys(addon.phrases?.en ?? {});
    const bodies = [
      ...(addon.serverActions ?? []),
      ...(addon.automations ?? []),
      ...(addon.scheduledActions ?? []),
    ];
    return bodies.flatMap((body) => {
      const says = 'code' in body ? (body.says ?? []) : [];
      return says
        .filter((key) => !known.includes(key))
        .map((key) => ({
          address: `${addon.name} › ${body.id}`,
          message: `says "${key}", which is no text of texts/en.json${suggestion(key, known)}`,
        }));
    });
  });
}
