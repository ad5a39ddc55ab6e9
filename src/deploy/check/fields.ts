import { suggestion } from '../../lib/suggestion.ts';
import type { AddonDeclaration } from '../../schema/index.ts';
import type { Problem } from './problem.ts';

/** Fields say nothing that is not known: the types let more through, and what comes from files has none. */
export function checkFields(addons: readonly AddonDeclaration[]): readonly Problem[] {
  return addons.flatMap((addon) =>
    (addon.models ?? []).flatMap((model) =>
      Object.entries(model.ownFields).flatMap(([name, field]) =>
        Object.keys(field)
          .filter((option) => !OPTIONS.has(option))
          .map((option) => ({
            address: `${addon.name} › ${model.name}.${name}`,
            message: MISTAKES[option] ?? `a field has no "${option}"${suggestion(option, OPTIONS)}`,
          })),
      ),
    ),
  );
}

const OPTIONS = new Set(
  [
    'type label required readonly help index copied tracking default translate size currency domain',
    'compute script depends editable related store relation inverse table onDelete selection models expand',
  ].flatMap((names) => names.split(' ')),
);

const MISTAKES: Readonly<Record<string, string>> = {
  groups:
    'Odoo does not heed groups on a field of ours: whoever reads the record reads it. Put what is secret into a model of its own',
};
