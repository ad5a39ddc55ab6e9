import { defineView } from '../../schema/index.ts';
import { DONE_STATE, IS_OPEN_PYTHON } from '../tickets/life.ts';
import { FiguresTicket } from './models.ts';

const model = FiguresTicket.name;
/** Every measure that is averaged, in the order in which they are read, and the link that is empty where it has no value. */
const HOURS = {
  x_first_hours: 'x_first_id',
  x_answer_hours: 'x_answer_id',
  x_solution_hours: 'x_solution_id',
};
const SHARES = {
  x_first_kept_share: 'x_first_kept_id',
  x_kept_share: 'x_kept_id',
  x_reopened_share: 'x_reopened_id',
  x_rating_stars: 'x_rating_id',
};

const measures = [
  ...Object.keys(HOURS).map((name) => `<field name="${name}" type="measure" widget="float_time"/>`),
  ...Object.keys(SHARES).map((name) => `<field name="${name}" type="measure"/>`),
].join('\n  ');
const columns = [
  ...Object.entries(HOURS).map(
    ([name, judged]) =>
      `<field name="${name}" widget="float_time" optional="show" invisible="not ${judged}"/>`,
  ),
  ...Object.entries(SHARES).map(
    ([name, judged]) => `<field name="${name}" digits="[16, 0]" optional="hide" invisible="not ${judged}"/>`,
  ),
  ...Object.values({ ...HOURS, ...SHARES }).map((judged) => `<field name="${judged}" column_invisible="1"/>`),
].join('\n  ');
const MONTHS_AGO = (months: number) =>
  `(context_today() - relativedelta(months=${months}, day=1)).strftime('%Y-%m-%d')`;

const MY_TEAMS = "['|', ('x_team_id.x_leader_id', '=', uid), ('x_team_id.x_member_ids', 'in', uid)]";
const IS_RATED = "[('x_rating', 'not in', [False, '0'])]";
const OPENED_IN_YEAR = `[('x_opened_at', '&gt;=', ${MONTHS_AGO(11)})]`;
const CLOSED_IN_YEAR = `[('x_state', '=', '${DONE_STATE}'), ('x_closed_at', '&gt;=', ${MONTHS_AGO(11)})]`;

/** Behind the views that tickets open with. */
const priority = 50;

export const views = [
  defineView({
    id: 'figures_pivot',
    model,
    type: 'pivot',
    priority,
    arch: `
<pivot string="Figures" sample="1">
  <field name="x_opened_at" interval="month" type="row"/>
  ${measures}
</pivot>`,
  }),
  defineView({
    id: 'figures_graph',
    model,
    type: 'graph',
    priority,
    arch: `
<graph string="Figures" type="line" sample="1">
  <field name="x_opened_at" interval="week"/>
</graph>`,
  }),
  defineView({
    id: 'figures_list',
    model,
    type: 'list',
    priority,
    // Where nothing is judged there is no number, and not a zero.
    arch: `
<list string="Figures" create="0" edit="0" delete="0" default_order="x_opened_at desc, id desc">
  <field name="x_ticket_ref" width="95px"/>
  <field name="x_name"/>
  <field name="x_partner_id" optional="show"/>
  <field name="x_user_id" widget="many2one_avatar_user" optional="show"/>
  <field name="x_team_id" optional="hide"/>
  <field name="x_opened_at" optional="hide"/>
  <field name="x_closed_at" optional="show"/>
  <field name="x_state" optional="hide"/>
  ${columns}
</list>`,
  }),
  defineView({
    id: 'figures_search',
    model,
    type: 'search',
    priority,
    arch: `
<search string="Figures">
  <field name="x_name" string="Ticket" filter_domain="['|', ('x_name', 'ilike', self), ('x_ticket_ref', 'ilike', self)]"/>
  <field name="x_partner_id" operator="child_of"/>
  <field name="x_user_id"/>
  <field name="x_team_id"/>
  <filter string="My Tickets" name="mine" domain="[('x_user_id', '=', uid)]"/>
  <filter string="My Teams" name="my_teams" domain="${MY_TEAMS}"/>
  <separator/>
  <filter string="Open" name="open" domain="[${IS_OPEN_PYTHON}]"/>
  <filter string="Done" name="done" domain="[('x_state', '=', '${DONE_STATE}')]"/>
  <separator/>
  <filter string="Rated" name="rated" domain="${IS_RATED}"/>
  <filter string="Deadline Missed" name="missed" domain="[('x_kept_id.x_minutes', '=', 0), ('x_kept_id', '!=', False)]"/>
  <filter string="Reopened" name="reopened" domain="[('x_reopening_count', '&gt;', 0)]"/>
  <separator/>
  <filter string="Opened in the Last 12 Months" name="year" domain="${OPENED_IN_YEAR}"/>
  <filter string="Closed in the Last 12 Months" name="closed_year" domain="${CLOSED_IN_YEAR}"/>
  <filter string="Opened in the Last 3 Months" name="quarter" domain="[('x_opened_at', '&gt;=', ${MONTHS_AGO(2)})]"/>
  <separator/>
  <filter string="Opened" name="opened" date="x_opened_at"/>
  <filter string="Closed" name="closed" date="x_closed_at"/>
  <group string="Group By">
    <filter string="Assigned to" name="group_user" context="{'group_by': 'x_user_id'}"/>
    <filter string="Team" name="group_team" context="{'group_by': 'x_team_id'}"/>
    <filter string="Customer" name="group_partner" context="{'group_by': 'x_partner_id'}"/>
    <filter string="Priority" name="group_priority" context="{'group_by': 'x_priority'}"/>
    <filter string="Opened" name="group_opened" context="{'group_by': 'x_opened_at'}"/>
    <filter string="Weekday" name="group_weekday" context="{'group_by': 'x_opened_weekday'}"/>
    <filter string="Hour of the Day" name="group_hour" context="{'group_by': 'x_opened_hour'}"/>
  </group>
</search>`,
  }),
  // Odoo's dashboards know only the search view that comes first, whatever the action of a tile says.
  defineView({
    id: 'ticket_search_figures',
    model,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<xpath expr="//filter[@name='unassigned']" position="after">
  <filter string="My Teams" name="figures_my_teams" invisible="1" domain="${MY_TEAMS}"/>
  <separator/>
  <filter string="Rated" name="figures_rated" invisible="1" domain="${IS_RATED}"/>
  <separator/>
  <filter string="Opened in the Last 12 Months" name="figures_year" invisible="1" domain="${OPENED_IN_YEAR}"/>
  <filter string="Closed in the Last 12 Months" name="figures_closed_year" invisible="1" domain="${CLOSED_IN_YEAR}"/>
</xpath>`,
  }),
];
