import { type AddonDeclaration, extendModel, field } from '../../schema/index.ts';
import { handOn } from './actions.ts';
import { CONDITION_FIELDS, Escalation } from './models.ts';
import { assigningViews, categoryViews } from './views.ts';

/** Levels may be about some categories only, those below them included. */
export const CategoryEscalation = extendModel(Escalation, {
  fields: {
    x_category_ids: field.many2many('Categories', 'x_support.category', {
      table: 'x_support_escalation_category_rel',
    }),
  },
  computes: {
    x_since: {
      depends: [...CONDITION_FIELDS, 'x_category_ids'],
      script: "for record in self:\n    record['x_since'] = datetime.datetime.now()",
    },
  },
});

/** Where the addon categories is on. */
export const withCategories: AddonDeclaration = {
  name: 'escalation',
  models: [CategoryEscalation],
  views: categoryViews,
};

/** Where the addon assignment is on. */
export const withAssignment: AddonDeclaration = {
  name: 'escalation',
  serverActions: [handOn],
  views: assigningViews,
};
