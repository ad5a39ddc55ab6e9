import { defineAction, defineMenu, defineView } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { FiguresTicket } from './models.ts';

/** What every tile shows a part of: the analysis, in all its views. */
const ANALYSIS = 'action_figures';
const NOT_MERGED = "[('x_merged_into_id', '=', False)]";

interface Tile {
  readonly title: string;
  readonly mode: 'pivot' | 'graph' | 'list';
  readonly context: Readonly<Record<string, unknown>>;
}

type Filters = Readonly<Record<string, 1>>;

/** What another addon's tickets are measured by, too. */
const TIME = ['x_time_hours', 'x_billable_hours'];

/** Whose tickets a dashboard is about, as filters of its tiles. */
const tilesFor = (whose: Filters, time: readonly string[]) => {
  const pivot = (title: string, row: string, measures: readonly string[], filters: Filters): Tile => ({
    title,
    mode: 'pivot',
    context: {
      ...whose,
      ...filters,
      pivot_measures: ['__count', ...measures],
      pivot_row_groupby: [row],
      pivot_column_groupby: [],
    },
  });
  const graph = (title: string, mode: string, by: readonly string[], filters: Filters): Tile => ({
    title,
    mode: 'graph',
    context: { ...whose, ...filters, graph_mode: mode, graph_measure: '__count', graph_groupbys: by },
  });
  const year = { search_default_figures_year: 1 } as const;
  const closed = { search_default_figures_closed_year: 1 } as const;
  const hours = ['x_first_hours', 'x_answer_hours', 'x_solution_hours'];
  return {
    response: pivot(
      'Answers and Deadlines by Month',
      'x_opened_at:month',
      [...hours.slice(0, 2), 'x_first_kept_share', 'x_kept_share'],
      year,
    ),
    solution: pivot(
      'Solutions by Month Closed',
      'x_closed_at:month',
      ['x_solution_hours', 'x_reopened_share', 'x_rating_stars'],
      closed,
    ),
    volume: graph('Tickets Opened per Week', 'line', ['x_opened_at:week'], year),
    days: graph('Peaks: Weekdays', 'bar', ['x_opened_weekday'], year),
    hours: graph('Peaks: Hours of the Day', 'bar', ['x_opened_hour'], year),
    open: graph('Open Tickets by Person', 'bar', ['x_user_id', 'x_priority'], { search_default_open: 1 }),
    mine: graph('My Open Tickets', 'bar', ['x_state', 'x_priority'], { search_default_open: 1 }),
    staff: pivot(
      'People: Tickets Closed',
      'x_user_id',
      ['x_first_hours', 'x_solution_hours', 'x_kept_share', 'x_rating_stars', ...time],
      closed,
    ),
    teams: pivot('Teams', 'x_team_id', [...hours, 'x_kept_share', 'x_rating_stars', ...time], year),
    categories: pivot(
      'Categories',
      'x_category_id',
      ['x_solution_hours', 'x_kept_share', 'x_reopened_share', 'x_rating_stars'],
      year,
    ),
    ratings: {
      title: 'Rated Last',
      mode: 'list',
      context: { ...whose, ...closed, search_default_figures_rated: 1 },
    } satisfies Tile as Tile,
  };
};

/** A dashboard for each role: its address, its menu, whose tickets, and what stands on it in two columns. */
const BOARDS = {
  mine: {
    label: 'My Figures',
    path: 'support-figures',
    groups: [EVERY_TECHNICIAN],
    whose: { search_default_mine: 1 },
    columns: [
      ['mine', 'response'],
      ['solution', 'ratings'],
    ],
  },
  team: {
    label: 'My Teams',
    path: 'support-figures-teams',
    groups: [EVERY_TECHNICIAN],
    whose: { search_default_figures_my_teams: 1 },
    columns: [
      ['volume', 'response', 'staff'],
      ['open', 'solution', 'days', 'hours'],
    ],
  },
  all: {
    label: 'All Teams',
    path: 'support-figures-all',
    groups: ['group_administrator'],
    whose: {},
    columns: [
      ['volume', 'response', 'teams', 'days'],
      ['open', 'solution', 'staff', 'hours'],
    ],
  },
} as const;

export const boardViews = Object.entries(BOARDS).map(([name, { label, columns, whose }]) =>
  defineView({
    id: `figures_board_${name}`,
    model: 'board.board',
    type: 'form',
    arch: renderBoard(label, columns, tilesFor(whose, [])),
  }),
);

/** Where time is kept: what people and teams spent, beside what they did. */
export const timeBoardViews = (['team', 'all'] as const).map((name) => {
  const { columns, whose } = BOARDS[name];
  const tiles = tilesFor(whose, TIME);
  const shown: readonly string[] = columns.flatMap((column) => [...column]);
  const timed = (['staff', 'teams'] as const).filter((tile) => shown.includes(tile));
  return defineView({
    id: `figures_board_${name}_time`,
    model: 'board.board',
    type: 'form',
    inherits: `figures_board_${name}`,
    arch: `<data>${timed
      .map(
        (tile) =>
          `<xpath expr="//action[hasclass('${classOf(tile)}')]" position="attributes"><attribute name="context">${contextOf(tiles[tile])}</attribute></xpath>`,
      )
      .join('')}</data>`,
  });
});

/** Where there are categories: what they come to, on the dashboards of those who see more than their own. */
export const categoryBoardViews = (['team', 'all'] as const).map((name) =>
  defineView({
    id: `figures_board_${name}_categories`,
    model: 'board.board',
    type: 'form',
    inherits: `figures_board_${name}`,
    arch: `<xpath expr="//column[2]" position="inside">${renderTile('categories', tilesFor(BOARDS[name].whose, []).categories)}</xpath>`,
  }),
);

export const actions = [
  defineAction({
    id: ANALYSIS,
    label: 'Figures',
    path: 'support-figures-analysis',
    model: FiguresTicket.name,
    views: ['pivot', 'graph', 'list', 'form'],
    view: 'figures_pivot',
    search: 'figures_search',
    domain: NOT_MERGED,
    context: "{'search_default_year': 1}",
    help: '<p class="o_view_nocontent_smiling_face">Nothing to count yet</p><p>Figures come with the first answers, solutions and ratings.</p>',
  }),
  ...Object.entries(BOARDS).map(([name, { label, path, groups }]) =>
    defineAction({
      id: `action_figures_${name}`,
      label,
      path,
      model: 'board.board',
      views: ['form'],
      view: `figures_board_${name}`,
      groups,
    }),
  ),
];

export const menus = [
  defineMenu({ id: 'menu_figures', label: 'Figures', parent: 'menu_support', sequence: 60 }),
  ...Object.entries(BOARDS).map(([name, { label, groups }], place) =>
    defineMenu({
      id: `menu_figures_${name}`,
      label,
      parent: 'menu_figures',
      action: `action_figures_${name}`,
      groups,
      sequence: (place + 1) * 10,
    }),
  ),
  defineMenu({
    id: 'menu_figures_analysis',
    label: 'Analysis',
    parent: 'menu_figures',
    action: ANALYSIS,
    sequence: 90,
  }),
];

type Tiles = ReturnType<typeof tilesFor>;

function renderBoard(label: string, columns: readonly (readonly (keyof Tiles)[])[], tiles: Tiles): string {
  const all = columns.map(
    (column) =>
      `<column>\n      ${column.map((tile) => renderTile(tile, tiles[tile])).join('\n      ')}\n    </column>`,
  );
  return `
<form string="${label}">
  <board style="${columns.map(() => 1).join('-')}">
    ${all.join('\n    ')}
  </board>
</form>`;
}

/** A tile names its action by database id, which the deployment fills in; others find it by its class. */
function renderTile(name: string, tile: Tile): string {
  const { title, mode } = tile;
  return `<action name="%(${ANALYSIS})d" class="${classOf(name)}" string="${title}" view_mode="${mode}" context="${contextOf(tile)}" domain="${NOT_MERGED}"/>`;
}

function classOf(tile: string): string {
  return `o_support_${tile}`;
}

function contextOf({ context }: Tile): string {
  return escapeXml(pythonOf(context));
}

/** Names, texts, numbers and lists of them are the same in JSON and in Python but for their quotes. */
function pythonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('"', "'");
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
