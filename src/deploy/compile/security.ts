import { type AddonDeclaration, type Right, toExternalId } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';

export function compileGroups(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.groups ?? []).map((group) => ({
    externalId: toExternalId(group.id),
    model: 'res.groups',
    stage: 'groups',
    address: `${addon.name} › ${group.id}`,
    values: {
      name: group.label,
      comment: group.comment ?? '',
      category_id: { ref: group.category },
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
