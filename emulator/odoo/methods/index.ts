import { threadMethods } from '../mail/thread-methods.ts';
import type { Method, Model } from '../model.ts';
import { checkAccessMethod, checkAccessRights, hasAccess } from './access.ts';
import { create } from './create.ts';
import { defaultGet } from './default-get.ts';
import { getFieldTranslations, updateFieldTranslations } from './field-translations.ts';
import { fieldsGet } from './fields-get.ts';
import { getExternalId } from './get-external-id.ts';
import { load } from './load.ts';
import { nameSearch } from './name-search.ts';
import { read, searchRead } from './read.ts';
import { readGroup } from './read-group.ts';
import { search, searchCount } from './search.ts';
import { unlink } from './unlink.ts';
import { webRead, webSearchRead } from './web-read.ts';
import { write } from './write.ts';

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
  web_search_read: webSearchRead,
  write,
};

/** Methods that every model has; those with chatter have some more. */
export const ormMethods = (model: Model): Readonly<Record<string, Method>> =>
  model.thread ? { ...common, ...threadMethods } : common;
