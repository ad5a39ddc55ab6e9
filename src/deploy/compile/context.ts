import { groupBy } from '../../lib/group-by.ts';
import type { AddonDeclaration, ModelDeclaration, SelectionExtension } from '../../schema/index.ts';
import type { Reference } from '../record.ts';
import { fieldId, foreignId, modelId } from './names.ts';

/** What one declaration must know of all others. */
export interface CompileContext {
  /** The `ir.model` of a model, ours or Odoo's. */
  modelRef(model: string): Reference;
  /** The external id of an `ir.model.fields`, ours or Odoo's. */
  fieldRef(model: string, field: string): string;
  /** What addons change about a field's selection, in their order. */
  selectionExtensions(model: string, field: string): readonly OwnedExtension[];
  /** How another addon works out a field that is declared plain. */
  findCompute(model: string, field: string): Compute | undefined;
}

export type Compute = NonNullable<ModelDeclaration['computes']>[string];

export interface OwnedExtension {
  readonly addon: string;
  readonly extension: SelectionExtension;
}

export function createContext(addons: readonly AddonDeclaration[]): CompileContext {
  const models = addons.flatMap((addon) =>
    (addon.models ?? []).map((model) => ({ addon: addon.name, model })),
  );
  const declared = new Set(
    models.filter(({ model }) => model.kind === 'model').map(({ model }) => model.name),
  );
  const fields = new Set(
    models.flatMap(({ model }) => Object.keys(model.ownFields).map((name) => fieldId(model.name, name))),
  );
  const extensions = groupBy(
    models.flatMap(({ addon, model }) =>
      Object.entries(model.selections ?? {}).map(([field, extension]) => ({
        field: fieldId(model.name, field),
        owned: { addon, extension },
      })),
    ),
    ({ field }) => field,
  );
  const computes = new Map(
    models.flatMap(({ model }) =>
      Object.entries(model.computes ?? {}).map(([field, compute]) => [fieldId(model.name, field), compute]),
    ),
  );
  return {
    modelRef: (model) => ({ ref: declared.has(model) ? modelId(model) : foreignId(`model_${model}`) }),
    fieldRef(model, field) {
      const own = fieldId(model, field);
      // Odoo gives the fields that every model has no external id on models made over RPC.
      return declared.has(model) || fields.has(own) ? own : foreignId(`field_${model}__${field}`);
    },
    selectionExtensions: (model, field) =>
      (extensions.get(fieldId(model, field)) ?? []).map(({ owned }) => owned),
    findCompute: (model, field) => computes.get(fieldId(model, field)),
  };
}
