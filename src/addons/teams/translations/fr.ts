import type { Catalogue } from '../../../schema/index.ts';

export const fr: Catalogue = {
  'Support Team': 'Équipe d’assistance',
  Team: 'Équipe',
  Leader: 'Responsable',
  Members: 'Membres',
  'Customers May Choose It': 'Les clients peuvent la choisir',
  Active: 'Actif',
  'Support Tag': 'Étiquette d’assistance',
  Tag: 'Étiquette',
  Colour: 'Couleur',
  Tags: 'Étiquettes',
  Teams: 'Équipes',
  Archived: 'Archivé',
  'Such as Second Level': 'Par exemple Deuxième niveau',
  'My Teams': 'Mes équipes',
  'No teams yet': 'Pas encore d’équipe',
  'A team shares tickets: its members find them under My Teams.':
    'Une équipe partage des tickets : ses membres les trouvent sous Mes équipes.',
  'No tags yet': 'Pas encore d’étiquette',
  'Tags group tickets across teams and customers.':
    'Les étiquettes regroupent des tickets de plusieurs équipes et clients.',
};
