import type { Catalogue } from '../../../schema/index.ts';

export const nl: Catalogue = {
  'Support Team': 'Supportteam',
  Team: 'Team',
  Leader: 'Leider',
  Members: 'Leden',
  'Customers May Choose It': 'Klanten mogen het kiezen',
  Active: 'Actief',
  'Support Tag': 'Supportlabel',
  Tag: 'Label',
  Colour: 'Kleur',
  Tags: 'Labels',
  Teams: 'Teams',
  Archived: 'Gearchiveerd',
  'Such as Second Level': 'Bijvoorbeeld tweede lijn',
  'My Teams': 'Mijn teams',
  'No teams yet': 'Nog geen teams',
  'A team shares tickets: its members find them under My Teams.':
    'Een team deelt tickets: de leden vinden ze onder Mijn teams.',
  'No tags yet': 'Nog geen labels',
  'Tags group tickets across teams and customers.': 'Labels groeperen tickets over teams en klanten heen.',
};
