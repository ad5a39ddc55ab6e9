import type { Catalogue } from '../../../schema/index.ts';

export const es: Catalogue = {
  'Zammad Number': 'Número de Zammad',
  'Zammad Page': 'Página de Zammad',
  'Import: Fingerprint': 'Importación: huella',
  'Import: Version': 'Importación: versión',
  'Import: Messages Missing': 'Importación: faltan mensajes',
  'Open in Zammad': 'Abrir en Zammad',
};
