import type { Catalogue } from '../../../schema/index.ts';

export const nl: Catalogue = {
  'Zammad Number': 'Zammad-nummer',
  'Zammad Page': 'Zammad-pagina',
  'Import: Fingerprint': 'Import: vingerafdruk',
  'Import: Version': 'Import: versie',
  'Import: Messages Missing': 'Import: berichten ontbreken',
  'Open in Zammad': 'Openen in Zammad',
};
