import { boolean, char, integer, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irModuleModule: BuiltinModel = {
  name: 'ir.module.module',
  label: 'Module',
  order: 'application desc,sequence,name',
  fields: {
    name: char('Technical Name', { required: true, readonly: true }),
    shortdesc: char('Module Name', { readonly: true, translate: true }),
    summary: char('Summary', { readonly: true, translate: true }),
    state: selection(
      'Status',
      [
        ['uninstallable', 'Uninstallable'],
        ['uninstalled', 'Not Installed'],
        ['installed', 'Installed'],
        ['to upgrade', 'To be upgraded'],
        ['to remove', 'To be removed'],
        ['to install', 'To be installed'],
      ],
      { readonly: true, copied: false },
    ),
    installed_version: char('Latest Version', { readonly: true, stored: false }),
    latest_version: char('Installed Version', { readonly: true }),
    author: char('Author', { readonly: true }),
    category_id: manyToOne('Category', 'ir.module.category', { readonly: true }),
    application: boolean('Application', { readonly: true }),
    sequence: integer('Sequence'),
    icon: char('Icon URL'),
  },
  access: ['base.group_user r', 'base.group_system rwcu'],
};
