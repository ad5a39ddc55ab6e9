// What figures cost over many tickets: a leader's dashboard as Odoo's web client asks for it, tile by tile, beside the same
// groups counted without any measure; and a customer's report beside one bare call.
import { FiguresTicket } from '../dist/src/addons/figures/models.js';
import { readReport } from '../dist/src/addons/figures/report/read-report.js';
import { createReader } from '../dist/src/reader/create-reader.js';
import { createReadForUser } from '../dist/src/reader/read-action.js';
import { fillFigures } from './fill-figures.mjs';
import { scaled } from './scaled.mjs';

const TICKET = FiguresTicket.name;
const ROUNDS = 5;
const ZONE = 'Europe/Amsterdam';

export async function benchFigures({ parts, isEmulated }) {
  const { odoo } = parts;
  const userId = await fillFigures(odoo, { count: scaled(isEmulated ? 2_000 : 100_000, 20), isEmulated });
  const total = await odoo.call(TICKET, 'search_count', [[]]);
  for (const name of ['team', 'all']) {
    const tiles = await readTiles(odoo, name);
    const calls = tiles.flatMap(callsOf);
    const [whole, floor] = await inTurns(
      () => ask(odoo, calls),
      () => ask(odoo, calls.map(uncounted)),
    );
    print(
      `figures: dashboard of ${name === 'all' ? 'all teams' : 'my teams'}`,
      whole,
      `${total} tickets, ${tiles.length} tiles, ${calls.length} calls, ratio ${(whole / floor).toFixed(2)} to counting`,
    );
    for (const tile of tiles) {
      const [took, bare] = await inTurns(
        () => ask(odoo, callsOf(tile)),
        () => ask(odoo, callsOf(tile).map(uncounted)),
      );
      print(`  ${tile.title}`, took, `ratio ${(took / bare).toFixed(2)} to counting`);
    }
  }

  let calls = 0;
  const readForUser = createReadForUser();
  const reader = createReader((reads) => {
    calls += 1;
    return readForUser(odoo, { userId, lang: 'en_US', timeZone: ZONE, reads });
  });
  const [report, bare] = await inTurns(
    () => readReport(reader, new Date(), ZONE),
    () => odoo.call('x_support.job', 'search_read', [[]], { fields: ['x_key'], limit: 1 }),
  );
  const perReport = calls / (ROUNDS + 1);
  print(
    'figures: a customer’s report',
    report,
    `${perReport} call beside the session’s, ratio ${(report / bare).toFixed(2)} to a bare call`,
  );
}

/** The tiles of a dashboard as they are deployed, with what other addons change of them. */
async function readTiles(odoo, name) {
  const ids = await odoo.call('ir.model.data', 'search_read', [
    [
      ['module', '=', '__supportdesk__'],
      ['model', '=', 'ir.ui.view'],
      ['name', '=like', `figures_board_${name}%`],
    ],
    ['res_id'],
  ]);
  const views = await odoo.call('ir.ui.view', 'read', [
    ids.map(({ res_id }) => res_id).sort((a, b) => a - b),
    ['arch_db'],
  ]);
  const archs = views.map(({ arch_db }) => arch_db.replaceAll('&quot;', '"')).join('\n');
  const changed = new Map(
    [...archs.matchAll(/hasclass\('(\w+)'\)[^>]*><attribute name="context">([^<]*)</g)].map(
      ([, tile, context]) => [tile, context],
    ),
  );
  return [...archs.matchAll(/<action [^>]*>/g)].map(([tag]) => {
    const attribute = (of) => new RegExp(` ${of}="([^"]*)"`).exec(tag)?.[1] ?? '';
    const context = changed.get(attribute('class')) ?? attribute('context');
    return {
      title: attribute('string'),
      mode: attribute('view_mode'),
      context: JSON.parse(context.replaceAll("'", '"')),
    };
  });
}

/** What the web client asks of a tile: the table’s total and its rows, a chart’s bars, or a list’s first page. */
function callsOf({ mode, context }) {
  const domain = ['&', ['x_merged_into_id', '=', false], ...domainOf(context)];
  const group = (method, measures, by) => ({ method, domain, measures, by });
  if (mode === 'list') return [group('web_search_read', [], [])];
  if (mode === 'graph') return [group('read_group', [], context.graph_groupbys)];
  const measures = context.pivot_measures.filter((one) => one !== '__count');
  return [[], context.pivot_row_groupby].map((by) => group('read_group', measures, by));
}

function domainOf(context) {
  const since = new Date();
  since.setUTCMonth(since.getUTCMonth() - 11, 1);
  const day = since.toISOString().slice(0, 10);
  const filters = {
    search_default_figures_year: [['x_opened_at', '>=', day]],
    search_default_figures_closed_year: ['&', ['x_state', '=', 'done'], ['x_closed_at', '>=', day]],
    search_default_figures_rated: [['x_rating_id', '!=', false]],
    search_default_open: [['x_state', '!=', 'done']],
    search_default_mine: [['x_user_id', '=', 2]],
    search_default_figures_my_teams: [
      '|',
      ['x_team_id.x_leader_id', '=', 2],
      ['x_team_id.x_member_ids', 'in', 2],
    ],
  };
  const parts = Object.keys(context).flatMap((name) => (filters[name] ? [filters[name]] : []));
  return [...parts.slice(1).map(() => '&'), ...parts.flat()];
}

const uncounted = (call) => ({ ...call, measures: [] });

async function ask(odoo, calls) {
  for (const { method, domain, measures, by } of calls) {
    if (method === 'web_search_read') {
      const specification = { x_name: {}, x_rating_stars: {}, x_user_id: { fields: { display_name: {} } } };
      await odoo.call(TICKET, method, [domain, specification], { limit: 80, count_limit: 10_001 });
    } else {
      const fields = measures.map(
        (name) => `${name}:${FiguresTicket.fields[name] && !name.endsWith('count') ? 'avg' : 'sum'}`,
      );
      await odoo.call(TICKET, method, [domain, ['__count', ...fields], by], { lazy: false });
    }
  }
}

/** The least time of each, in seconds, turn and turn about, so that a drift of the machine touches both alike. */
async function inTurns(...works) {
  for (const work of works) await work();
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      least[index] = Math.min(least[index], (performance.now() - start) / 1000);
    }
  }
  return least;
}

const print = (what, seconds, more) =>
  console.log(`${what.padEnd(34)} ${`${(seconds * 1000).toFixed(1)} ms`.padStart(14)}  ${more}`);
