import {
  type AddonDeclaration,
  defineAccess,
  defineAction,
  defineAddon,
  defineAutomation,
  defineGroup,
  defineMenu,
  defineModel,
  defineRule,
  defineSequence,
  defineView,
  type FieldDeclaration,
  field,
} from '../../src/schema/index.ts';

export interface TrialOptions {
  readonly label?: string;
  readonly size?: FieldDeclaration;
  readonly list?: string;
  readonly domain?: string;
  readonly menu?: string;
}

/** A small addon with one declaration of each kind that leans on others. */
export function trialAddon(options: TrialOptions = {}): AddonDeclaration {
  const model = 'x_support.trial';
  return defineAddon({
    name: 'trial',
    groups: [
      defineGroup({
        id: 'group_trial',
        label: 'Trial',
        category: 'base.module_category_services_helpdesk',
        implies: ['base.group_user'],
      }),
    ],
    models: [
      defineModel(model, {
        label: options.label ?? 'Trial',
        order: 'x_name',
        fields: {
          x_name: field.char('Name'),
          x_kind: field.selection('Kind', { one: 'One', two: 'Two' }, { default: 'one' }),
          x_size: options.size ?? field.integer('Size', { default: 3 }),
          x_is_big: field.computed('boolean', 'Big', { compute: 'record.x_size > 9', depends: ['x_size'] }),
        },
      }),
    ],
    access: [
      defineAccess({
        id: 'access_trial',
        model,
        group: 'group_trial',
        rights: ['read', 'write', 'create', 'delete'],
      }),
      // Whoever runs the test may count the records.
      defineAccess({
        id: 'access_trial_system',
        model,
        group: 'base.group_system',
        rights: ['read', 'write', 'create', 'delete'],
      }),
    ],
    rules: [
      defineRule({
        id: 'rule_trial',
        label: 'Trial: all',
        model,
        groups: ['group_trial'],
        domain: options.domain ?? "[(1, '=', 1)]",
        rights: ['read'],
      }),
    ],
    sequences: [
      defineSequence({ id: 'sequence_trial', label: 'Trial', code: 'x_trial', prefix: 'T-', padding: 3 }),
    ],
    automations: [
      defineAutomation({
        id: 'automation_trial',
        label: 'Trial: nothing',
        model,
        trigger: 'on_create_or_write',
        fields: ['x_kind'],
        code: 'pass',
      }),
    ],
    views: [
      defineView({
        id: 'trial_list',
        model,
        type: 'list',
        arch: options.list ?? '<list><field name="x_name"/><field name="x_size"/></list>',
      }),
    ],
    actions: [defineAction({ id: 'action_trial', label: 'Trial', model, views: ['list', 'form'] })],
    menus: [
      defineMenu({
        id: 'menu_trial',
        label: options.menu ?? 'Trial',
        sequence: 99,
        action: 'action_trial',
        groups: ['group_trial'],
      }),
    ],
  });
}
