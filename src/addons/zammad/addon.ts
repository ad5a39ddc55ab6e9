import type { Addon } from '../addon.ts';
import { connectors } from '../imports/connectors.ts';
import { createZammadImporter } from './create-importer.ts';
import { zammad as declaration } from './declaration.ts';
import { zammadSettings } from './settings.ts';

export const zammad: Addon = {
  declaration,
  settings: zammadSettings,
  contributes: [
    connectors.with({
      name: 'Zammad',
      help: 'Set ZAMMAD_URL and ZAMMAD_TOKEN for the first Zammad; name further ones in IMPORT_SOURCES, each with settings of its own. docs/zammad.md explains how.',
      create: ({ settings }) => zammadSettings.of(settings).map((source) => createZammadImporter(source)),
    }),
  ],
};
