export { type AddonDeclaration, defineAddon } from './addon.ts';
export { type AutomationDeclaration, type Delay, defineAutomation, notNoted } from './automation.ts';
export {
  type Config,
  ConfigId,
  type ConfigOptions,
  type ConfigPart,
  type ConfigProblem,
  defineConfig,
  entriesAbout,
  isAddonOn,
  namedEntries,
  referenceTo,
} from './config.ts';
export {
  defineParameter,
  defineRecord,
  defineSequence,
  type ParameterDeclaration,
  type RecordDeclaration,
  type RecordLink,
  type RecordLinks,
  type SequenceDeclaration,
} from './data.ts';
export { PREFIX, toExternalId } from './external-id.ts';
export { type FieldDeclaration, field } from './field.ts';
export {
  defineMailAlias,
  defineMailTemplate,
  type MailAliasDeclaration,
  type MailTemplateDeclaration,
} from './mail.ts';
export { defineModel, extendModel, type ModelDeclaration, type SelectionExtension } from './model.ts';
export { defineMove, type MoveDeclaration } from './move.ts';
export { definePersonal, type PersonalDeclaration } from './personal.ts';
export { readCode } from './read-code.ts';
export { defineScheduledAction, type ScheduledActionDeclaration } from './scheduled-action.ts';
export {
  type AccessDeclaration,
  type CategoryDeclaration,
  defineAccess,
  defineCategory,
  defineGroup,
  defineRule,
  type GroupDeclaration,
  type Right,
  type RuleDeclaration,
} from './security.ts';
export { type ActionBody, defineServerAction, type ServerActionDeclaration } from './server-action.ts';
export { sourceText, Text, textIn, translationsOf } from './text.ts';
export type { Catalogue, Translations } from './translation.ts';
export {
  type ActionDeclaration,
  defineAction,
  defineMenu,
  defineView,
  type MenuDeclaration,
  type ViewDeclaration,
} from './view.ts';
