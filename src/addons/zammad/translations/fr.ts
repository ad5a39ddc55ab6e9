import type { Catalogue } from '../../../schema/index.ts';

export const fr: Catalogue = {
  'Zammad Number': 'Numéro Zammad',
  'Zammad Page': 'Page Zammad',
  'Import: Fingerprint': 'Importation : empreinte',
  'Import: Version': 'Importation : version',
  'Import: Messages Missing': 'Importation : messages manquants',
  'Open in Zammad': 'Ouvrir dans Zammad',
};
