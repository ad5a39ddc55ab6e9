import type { Catalogue } from '../../../schema/index.ts';

export const nl: Catalogue = {
  'Zammad Number': 'Zammad-nummer',
  'Zammad Page': 'Zammad-pagina',
  'Import: Fingerprint': 'Import: vingerafdruk',
  'Import: Version': 'Import: versie',
  'Import: Messages Missing': 'Import: berichten ontbreken',
  'Open in Zammad': 'Openen in Zammad',
  'Imported from': 'Geïmporteerd uit',
  'Zammad State': 'Zammad-status',
  'Zammad State Number': 'Nummer van de Zammad-status',
  Merged: 'Samengevoegd',
  'Time Accounted': 'Geregistreerde tijd',
  'In the unit that Zammad’s administrator chose.':
    'In de eenheid die de beheerder van Zammad heeft gekozen.',
  'What each field said when it was imported last, so that changes on either side are told apart.':
    'Wat elk veld zei toen het voor het laatst werd geïmporteerd, zodat wijzigingen aan beide kanten te onderscheiden zijn.',
  To: 'Aan',
  Cc: 'Cc',
  Channel: 'Kanaal',
  'Missing in Zammad since': 'Ontbreekt in Zammad sinds',
};
