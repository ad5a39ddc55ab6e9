import { externalIdOf } from '../env.ts';
import { threadMethods } from '../mail/thread-methods.ts';
import type { Method, Model } from '../model.ts';
import { getDefaults } from '../orm/default-values.ts';
import { checkAccessMethod, checkAccessRights, hasAccess } from './access.ts';
import { textList } from './arguments.ts';
import { create, unlink, write } from './change.ts';
import { onModel, onRecord } from './define-method.ts';
import { getFieldTranslations, updateFieldTranslations } from './field-translations.ts';
import { fieldsGet } from './fields-get.ts';
import { load } from './load.ts';
import { read, searchRead } from './read.ts';
import { readGroup } from './read-group.ts';
import { nameSearch, search, searchCount } from './search.ts';
import { webRead, webSave, webSearchRead } from './web-read.ts';

const defaultGet = onModel('(fields_list)', ({ env, model, args }) =>
  getDefaults(env, model, textList(args.fields_list) ?? []),
);

const getExternalId = onRecord('()', ({ env, model, ids }) =>
  Object.fromEntries(ids.map((id) => [id, externalIdOf(env, model.name, id)])),
);

const common: Readonly<Record<string, Method>> = {
  check_access: checkAccessMethod,
  check_access_rights: checkAccessRights,
  create,
  default_get: defaultGet,
  fields_get: fieldsGet,
  get_external_id: getExternalId,
  get_field_translations: getFieldTranslations,
  has_access: hasAccess,
  load,
  name_search: nameSearch,
  read,
  read_group: readGroup,
  search,
  search_count: searchCount,
  search_read: searchRead,
  unlink,
  update_field_translations: updateFieldTranslations,
  web_read: webRead,
  web_save: webSave,
  web_search_read: webSearchRead,
  write,
};

/** Methods that every model has; those with chatter have some more. */
export const ormMethods = (model: Model): Readonly<Record<string, Method>> =>
  model.thread ? { ...common, ...threadMethods } : common;
