import { z } from 'zod';
import { type ConfigPart, defineConfig, defineView, isAddonOn } from '../../schema/index.ts';
import { categoryBoardViews } from './boards.ts';
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

/** Other addons bring more to count by. */
export const figuresConfig: ConfigPart = {
  ...part,
  declares: (config) =>
    isAddonOn(config, 'categories')
      ? [{ name: 'figures', views: [groupByCategory, ...categoryBoardViews] }]
      : [],
};
