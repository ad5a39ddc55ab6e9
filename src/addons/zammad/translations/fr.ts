import type { Catalogue } from '../../../schema/index.ts';

export const fr: Catalogue = {
  'Support Import Source': 'Source d’importation de l’assistance',
  Name: 'Nom',
  Kind: 'Type',
  'Zammad (REST API)': 'Zammad (API REST)',
  Address: 'Adresse',
  Active: 'Actif',
  'Switched off, nothing is imported from this source.':
    'Désactivée, rien n’est importé depuis cette source.',
  'Read up to': 'Lu jusqu’à',
  'The time of the last change that has been imported. Empty it to read everything again.':
    'L’heure du dernier changement importé. Videz-la pour tout relire.',
  'Last change written': 'Dernier changement écrit',
  'Last result': 'Dernier résultat',
  'Zammad Number': 'Numéro Zammad',
  'Zammad Page': 'Page Zammad',
  'Import: Fingerprint': 'Importation : empreinte',
  'Import: Version': 'Importation : version',
  'Import: Messages Missing': 'Importation : messages manquants',
  'Import Sources': 'Sources d’importation',
  'Import Source': 'Source d’importation',
  'Open in Zammad': 'Ouvrir dans Zammad',
  'Nothing has been imported yet': 'Rien n’a encore été importé',
  'A source appears here with its first import.': 'Une source apparaît ici dès sa première importation.',
};
