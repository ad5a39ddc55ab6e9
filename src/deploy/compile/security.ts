import { type AddonDeclaration, type Right, toExternalId } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';
import { externalIdOf } from './names.ts';

/** Odoo lets nobody make categories of groups but modules. Whoever applies may make this line, and then them. */
export const compileCategoryAccess = (context: CompileContext): DesiredRecord => ({
  externalId: externalIdOf('access', 'categories'),
  model: 'ir.model.access',
  stage: 'category access',
  address: 'supportdesk › administrators make categories of groups',
  values: {
    name: 'Support desk: categories of groups',
    model_id: context.modelRef('ir.module.category'),
    group_id: { ref: 'base.group_system' },
    ...permissions(['read', 'write', 'create', 'delete']),
  },
});

export function compileCategories(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.categories ?? []).map(({ id, label, sequence }) => ({
    externalId: toExternalId(id),
    model: 'ir.module.category',
    stage: 'categories',
    address: `${addon.name} › ${id}`,
    values: { name: label, sequence },
  }));
}

export function compileGroups(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.groups ?? []).map((group) => ({
    externalId: toExternalId(group.id),
    model: 'res.groups',
    stage: 'groups',
    address: `${addon.name} › ${group.id}`,
    values: {
      name: group.label,
      comment: group.comment ?? '',
      category_id: { ref: toExternalId(group.category) },
      implied_ids: { refs: group.implies.map(toExternalId) },
    },
    ...(group.firstUsers ? { initial: { users: { refs: group.firstUsers } } } : {}),
  }));
}

export function compileAccess(addon: AddonDeclaration, context: CompileContext): readonly DesiredRecord[] {
  return (addon.access ?? []).map((access) => ({
    externalId: toExternalId(access.id),
    model: 'ir.model.access',
    stage: 'access',
    address: `${addon.name} › ${access.id}`,
    values: {
      name: access.id,
      model_id: context.modelRef(access.model),
      group_id: { ref: toExternalId(access.group) },
      ...permissions(access.rights),
    },
  }));
}

export function compileRules(addon: AddonDeclaration, context: CompileContext): readonly DesiredRecord[] {
  return (addon.rules ?? []).map((rule) => ({
    externalId: toExternalId(rule.id),
    model: 'ir.rule',
    stage: 'rules',
    address: `${addon.name} › ${rule.id}`,
    values: {
      name: rule.label,
      model_id: context.modelRef(rule.model),
      groups: { refs: rule.groups.map(toExternalId) },
      domain_force: rule.domain,
      ...permissions(rule.rights),
    },
  }));
}

function permissions(rights: readonly Right[]) {
  return {
    perm_read: rights.includes('read'),
    perm_write: rights.includes('write'),
    perm_create: rights.includes('create'),
    perm_unlink: rights.includes('delete'),
  };
}
