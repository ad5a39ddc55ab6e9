import { binary, boolean, char, integer, manyToOne, manyToOneReference, selection, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irAttachment: BuiltinModel = {
  name: 'ir.attachment',
  label: 'Attachment',
  order: 'id desc',
  fields: {
    name: char('Name', { required: true }),
    description: text('Description'),
    res_name: char('Resource Name', { readonly: true, stored: false }),
    res_model: char('Resource Model'),
    res_field: char('Resource Field'),
    res_id: manyToOneReference('Resource ID'),
    company_id: manyToOne('Company', 'res.company'),
    type: selection(
      'Type',
      [
        ['url', 'URL'],
        ['binary', 'File'],
      ],
      { required: true },
    ),
    url: char('Url'),
    public: boolean('Is public document'),
    access_token: char('Access Token', { groups: 'base.group_user' }),
    raw: binary('File Content (raw)', { stored: false }),
    datas: binary('File Content (base64)', { stored: false }),
    db_datas: binary('Database Data'),
    store_fname: char('Stored Filename'),
    file_size: integer('File Size', { readonly: true }),
    checksum: char('Checksum/SHA1', { readonly: true }),
    mimetype: char('Mime Type', { readonly: true }),
    index_content: text('Indexed Content', { readonly: true }),
    original_id: manyToOne('Original (unoptimized, unresized) attachment', 'ir.attachment'),
  },
  access: ['base.group_user rwcu'],
};
