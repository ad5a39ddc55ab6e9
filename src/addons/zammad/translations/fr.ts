import type { Catalogue } from '../../../schema/index.ts';

export const fr: Catalogue = {
  'Zammad Number': 'Numéro Zammad',
  'Zammad Page': 'Page Zammad',
  'Import: Fingerprint': 'Importation : empreinte',
  'Import: Version': 'Importation : version',
  'Import: Messages Missing': 'Importation : messages manquants',
  'Open in Zammad': 'Ouvrir dans Zammad',
  'Imported from': 'Importé depuis',
  'Zammad State': 'État Zammad',
  'Zammad State Number': 'Numéro d’état Zammad',
  Merged: 'Fusionné',
  'Time Accounted': 'Temps saisi',
  'In the unit that Zammad’s administrator chose.': 'Dans l’unité choisie par l’administrateur de Zammad.',
  'What each field said when it was imported last, so that changes on either side are told apart.':
    'Ce que disait chaque champ lors du dernier import, pour distinguer les changements de chaque côté.',
  To: 'À',
  Cc: 'Cc',
  Channel: 'Canal',
  'Missing in Zammad since': 'Absent de Zammad depuis',
};
