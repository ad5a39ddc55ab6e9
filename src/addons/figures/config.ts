import { z } from 'zod';
import { type ConfigPart, defineConfig, defineView, isAddonOn } from '../../schema/index.ts';
import { categoryBoardViews, timeBoardViews } from './boards.ts';
import { FiguresTicket } from './models.ts';

const part = defineConfig({
  key: 'figures',
  schema: z.strictObject({}).describe('What the desk comes to, in numbers. Nothing is decided here'),
});

const groupByCategory = defineView({
  id: 'figures_search_category',
  model: FiguresTicket.name,
  type: 'search',
  inherits: 'figures_search',
  arch: `
<xpath expr="//filter[@name='group_team']" position="after">
  <filter string="Category" name="group_category" context="{'group_by': 'x_category_id'}"/>
</xpath>`,
});

const timeMeasures = defineView({
  id: 'figures_pivot_time',
  model: FiguresTicket.name,
  type: 'pivot',
  inherits: 'figures_pivot',
  arch: `
<xpath expr="//field[@name='x_rating_stars']" position="after">
  <field name="x_time_hours" type="measure" widget="float_time"/>
  <field name="x_billable_hours" type="measure" widget="float_time"/>
</xpath>`,
});

/** Other addons bring more to measure, and to count by. */
export const figuresConfig: ConfigPart = {
  ...part,
  declares(config) {
    const isTimed = isAddonOn(config, 'time');
    const hasCategories = isAddonOn(config, 'categories');
    return [
      {
        name: 'figures',
        views: [
          ...(isTimed ? [timeMeasures, ...timeBoardViews] : []),
          ...(hasCategories ? [groupByCategory, ...categoryBoardViews] : []),
        ],
      },
    ];
  },
};
