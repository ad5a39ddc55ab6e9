import { defineAddon } from '../../schema/index.ts';
import { followTicket } from '../teams/ticket-rules.ts';
import { judgeAction } from './actions.ts';
import { actions, boardViews, menus } from './boards.ts';
import { Figures, FiguresTicket, HourOfWeek, Measured } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** What the desk comes to, in numbers. */
export const figures = defineAddon({
  name: 'figures',
  depends: ['tickets', 'teams', 'sla'],
  modules: ['mail', 'rating', 'resource', 'board'],
  models: [Measured, HourOfWeek, Figures, FiguresTicket],
  access,
  rules: followTicket('figures', { model: Figures.name }),
  serverActions: [judgeAction.declaration],
  views: [...views, ...boardViews],
  actions,
  menus,
  personal,
});
