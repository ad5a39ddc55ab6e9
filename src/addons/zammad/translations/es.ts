import type { Catalogue } from '../../../schema/index.ts';

export const es: Catalogue = {
  'Zammad Number': 'Número de Zammad',
  'Zammad Page': 'Página de Zammad',
  'Import: Fingerprint': 'Importación: huella',
  'Import: Version': 'Importación: versión',
  'Import: Messages Missing': 'Importación: faltan mensajes',
  'Open in Zammad': 'Abrir en Zammad',
  'Imported from': 'Importado de',
  'Zammad State': 'Estado de Zammad',
  'Zammad State Number': 'Número de estado de Zammad',
  Merged: 'Fusionado',
  'Time Accounted': 'Tiempo registrado',
  'In the unit that Zammad’s administrator chose.': 'En la unidad que eligió el administrador de Zammad.',
  'What each field said when it was imported last, so that changes on either side are told apart.':
    'Lo que decía cada campo en la última importación, para distinguir los cambios de cada lado.',
  To: 'Para',
  Cc: 'Cc',
  Channel: 'Canal',
  'Missing in Zammad since': 'Falta en Zammad desde',
};
