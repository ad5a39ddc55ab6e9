import type { Catalogue } from '../../../schema/index.ts';

export const es: Catalogue = {
  'Support Team': 'Equipo de soporte',
  Team: 'Equipo',
  Leader: 'Responsable',
  Members: 'Miembros',
  'Customers May Choose It': 'Los clientes pueden elegirlo',
  Active: 'Activo',
  'Support Tag': 'Etiqueta de soporte',
  Tag: 'Etiqueta',
  Colour: 'Color',
  Tags: 'Etiquetas',
  Teams: 'Equipos',
  Archived: 'Archivado',
  'Such as Second Level': 'Por ejemplo, segundo nivel',
  'My Teams': 'Mis equipos',
  'No teams yet': 'Aún no hay equipos',
  'A team shares tickets: its members find them under My Teams.':
    'Un equipo comparte tickets: sus miembros los encuentran en Mis equipos.',
  'No tags yet': 'Aún no hay etiquetas',
  'Tags group tickets across teams and customers.':
    'Las etiquetas agrupan tickets de distintos equipos y clientes.',
};
