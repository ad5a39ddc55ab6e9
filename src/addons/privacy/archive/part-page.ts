import type { DataPage, KeptFile } from '../actions.ts';

/** What customers may see of a page, or what is internal: a record may have fields of both kinds. */
export function partPage(page: DataPage, isShown: boolean): DataPage {
  return {
    records: page.records.flatMap((record) => {
      const fields = record.fields.filter((field) => (record.is_shown && field.is_shown) === isShown);
      return fields.length === 0 ? [] : [{ ...record, fields }];
    }),
    messages: page.messages.filter((message) => message.is_shown === isShown),
    files: page.files.filter((file) => file.is_shown === isShown),
  };
}

export const isEmpty = ({ records, messages, files }: DataPage): boolean =>
  records.length + messages.length + files.length === 0;

/** As others may read it: without the word by which this Odoo hands a file out. */
export const withoutTokens = (page: DataPage) => ({
  ...page,
  files: page.files.map(({ token: _, ...file }: KeptFile) => file),
});
