import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';

/** What a ticket is about, as a tree: groups and what belongs to them. */
export const Category = defineModel('x_support.category', {
  label: 'Support Category',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    // Customers read it, each in their own language.
    x_name: field.char('Category', { required: true, translate: true }),
    x_parent_id: field.many2one('Group', 'x_support.category', { index: true, onDelete: 'restrict' }),
    x_complete_name: field.computed('char', 'With Its Groups', {
      depends: ['x_name', 'x_parent_id.x_name'],
      script: readCode(import.meta.url, 'name-with-groups'),
    }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_team_id: field.many2one('Team', 'x_support.team', {
      help: 'Who gets a ticket of this category that has no team yet.',
    }),
    x_is_public: field.boolean('Customers Can Choose It', { default: true }),
    x_active: field.boolean('Active', { default: true }),
  },
});

export const CategoryTicket = extendModel(TeamTicket, {
  fields: {
    x_category_id: field.many2one('Category', 'x_support.category', {
      index: true,
      tracking: true,
      onDelete: 'restrict',
    }),
    // A desk that has none is not shown where one would stand; by the status, which a ticket to be has, too.
    x_has_categories: field.computed('boolean', 'Has Categories', {
      depends: ['x_state'],
      compute: "bool(record.env['x_support.category'].search_count([], limit=1))",
    }),
  },
});
