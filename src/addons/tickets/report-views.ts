import { defineView } from '../../schema/index.ts';

const model = 'x_support.ticket';

/** Tickets counted, by their deadlines, and by what was planned for them. */
export const reportViews = [
  defineView({
    id: 'ticket_graph',
    model,
    type: 'graph',
    arch: `
<graph string="Tickets" sample="1">
  <field name="x_opened_at" interval="week"/>
  <field name="x_state"/>
</graph>`,
  }),
  defineView({
    id: 'ticket_pivot',
    model,
    type: 'pivot',
    arch: `
<pivot string="Tickets" sample="1">
  <field name="x_user_id" type="row"/>
  <field name="x_state" type="col"/>
</pivot>`,
  }),
  defineView({
    id: 'ticket_calendar',
    model,
    type: 'calendar',
    arch: `
<calendar string="Deadlines" date_start="x_sla_deadline" date_stop="x_sla_deadline" color="x_user_id" mode="month" event_limit="5" quick_create="0">
  <field name="x_ticket_ref"/>
  <field name="x_partner_id"/>
  <field name="x_priority" widget="priority"/>
  <field name="x_state"/>
  <field name="x_user_id" filters="1" invisible="1"/>
</calendar>`,
  }),
  defineView({
    id: 'ticket_activity',
    model,
    type: 'activity',
    arch: `
<activity string="Tickets">
  <field name="x_user_id"/>
  <templates>
    <div t-name="activity-box">
      <field name="x_user_id" widget="many2one_avatar_user" domain="[('share', '=', False)]"/>
      <div class="flex-grow-1 d-block">
        <field name="x_name" display="full" class="o_text_block o_text_bold"/>
        <field name="x_ticket_ref" muted="1" display="full" class="o_text_block"/>
      </div>
    </div>
  </templates>
</activity>`,
  }),
];
