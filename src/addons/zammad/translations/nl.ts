import type { Catalogue } from '../../../schema/index.ts';

export const nl: Catalogue = {
  'Support Import Source': 'Importbron voor support',
  Name: 'Naam',
  Kind: 'Soort',
  'Zammad (REST API)': 'Zammad (REST-API)',
  Address: 'Adres',
  Active: 'Actief',
  'Switched off, nothing is imported from this source.':
    'Uitgeschakeld wordt er niets uit deze bron geïmporteerd.',
  'Read up to': 'Gelezen tot',
  'The time of the last change that has been imported. Empty it to read everything again.':
    'Het tijdstip van de laatste wijziging die is geïmporteerd. Maak het leeg om alles opnieuw te lezen.',
  'Last change written': 'Laatste wijziging geschreven',
  'Last result': 'Laatste resultaat',
  'Zammad Number': 'Zammad-nummer',
  'Zammad Page': 'Zammad-pagina',
  'Import: Fingerprint': 'Import: vingerafdruk',
  'Import: Version': 'Import: versie',
  'Import: Messages Missing': 'Import: berichten ontbreken',
  'Import Sources': 'Importbronnen',
  'Import Source': 'Importbron',
  'Open in Zammad': 'Openen in Zammad',
  'Nothing has been imported yet': 'Er is nog niets geïmporteerd',
  'A source appears here with its first import.': 'Een bron verschijnt hier bij de eerste import.',
};
