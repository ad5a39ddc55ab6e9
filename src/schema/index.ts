export { type AddonDeclaration, defineAddon } from './addon.ts';
export { type AutomationDeclaration, defineAutomation } from './automation.ts';
export { defineSequence, type SequenceDeclaration } from './data.ts';
export { PREFIX, toExternalId } from './external-id.ts';
export { type FieldDeclaration, field } from './field.ts';
export { defineModel, extendModel, type ModelDeclaration } from './model.ts';
export {
  type AccessDeclaration,
  defineAccess,
  defineGroup,
  defineRule,
  type GroupDeclaration,
  type Right,
  type RuleDeclaration,
} from './security.ts';
export {
  type ActionDeclaration,
  defineAction,
  defineMenu,
  defineView,
  type MenuDeclaration,
  type ViewDeclaration,
} from './view.ts';
