import type { Catalogue } from '../../../schema/index.ts';

export const es: Catalogue = {
  'Support Import Source': 'Origen de importación de soporte',
  Name: 'Nombre',
  Kind: 'Tipo',
  'Zammad (REST API)': 'Zammad (API REST)',
  Address: 'Dirección',
  Active: 'Activo',
  'Switched off, nothing is imported from this source.':
    'Si está desactivado, no se importa nada de este origen.',
  'Read up to': 'Leído hasta',
  'The time of the last change that has been imported. Empty it to read everything again.':
    'La hora del último cambio importado. Vacíelo para volver a leerlo todo.',
  'Last change written': 'Último cambio escrito',
  'Last result': 'Último resultado',
  'Zammad Number': 'Número de Zammad',
  'Zammad Page': 'Página de Zammad',
  'Import: Fingerprint': 'Importación: huella',
  'Import: Version': 'Importación: versión',
  'Import: Messages Missing': 'Importación: faltan mensajes',
  'Import Sources': 'Orígenes de importación',
  'Import Source': 'Origen de importación',
  'Open in Zammad': 'Abrir en Zammad',
  'Nothing has been imported yet': 'Aún no se ha importado nada',
  'A source appears here with its first import.': 'Un origen aparece aquí con su primera importación.',
};
