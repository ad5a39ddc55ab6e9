import { PREFIX } from '../../schema/index.ts';

/** An external id made of a kind and names; the part behind the prefix must not hold a dot. */
export function externalIdOf(kind: string, ...names: readonly string[]): string {
  return `${PREFIX}.${[kind, ...names].join('__').replaceAll('.', '_')}`;
}

export const modelId = (model: string): string => externalIdOf('model', model);
export const fieldId = (model: string, field: string): string => externalIdOf('field', model, field);

/**
 * The external id of one of Odoo's own models and fields, whose second half follows from the name. The first is
 * the module that brought it, which only the Odoo at hand can tell: inspecting it fills in the star.
 */
export const foreignId = (name: string): string => `*.${name.replaceAll('.', '_')}`;
