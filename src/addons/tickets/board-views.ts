import { defineView } from '../../schema/index.ts';
import { DONE_STATE } from './life.ts';
import { DEADLINE_COLORS } from './ticket-marks.ts';

const model = 'x_support.ticket';

/** The board, and the short form by which a ticket is opened on it. */
export const boardViews = [
  defineView({
    id: 'ticket_kanban',
    model,
    type: 'kanban',
    arch: `
<kanban default_group_by="x_state" default_order="x_priority desc, x_sla_deadline, id desc" sample="1" group_create="0"
        quick_create_view="__supportdesk__.ticket_quick_create" class="o_kanban_small_column">
  <field name="x_is_overdue"/>
  <field name="x_is_answered"/>
  <field name="x_last_author_id"/>
  <field name="x_state"/>
  <progressbar field="activity_state" colors="{&quot;planned&quot;: &quot;success&quot;, &quot;today&quot;: &quot;warning&quot;, &quot;overdue&quot;: &quot;danger&quot;}"/>
  <templates>
    <t t-name="menu">
      <a role="menuitem" type="action" name="__supportdesk__.action_ticket_assign_to_me" class="dropdown-item">Assign to Me</a>
      <a role="menuitem" type="action" name="__supportdesk__.action_ticket_to_done" class="dropdown-item"
         invisible="x_state == '${DONE_STATE}'">Close</a>
    </t>
    <t t-name="card">
      <div class="d-flex align-items-center gap-2 small text-muted pe-4">
        <field name="x_ticket_ref"/>
        <span t-if="record.x_last_author_id.raw_value and !record.x_is_answered.raw_value and record.x_state.raw_value != '${DONE_STATE}'"
              class="badge text-bg-info"><i class="fa fa-reply me-1" aria-hidden="true"/>Customer Replied</span>
      </div>
      <field name="x_name" class="fw-bold fs-5"/>
      <field name="x_partner_id" class="text-muted"/>
      <div t-if="record.x_last_author_id.raw_value" class="small text-muted text-truncate">
        <i class="fa fa-comment-o me-1" title="Last Word" role="img" aria-label="Last Word"/><field name="x_last_author_name"/>
      </div>
      <footer class="pt-1">
        <div class="d-flex align-items-center gap-2">
          <field name="x_priority" widget="priority"/>
          <field name="activity_ids" widget="kanban_activity"/>
        </div>
        <div class="d-flex align-items-center gap-2 ms-auto">
          <field name="x_sla_deadline" widget="remaining_days" ${DEADLINE_COLORS} invisible="x_state == '${DONE_STATE}'"/>
          <field name="x_user_id" widget="many2one_avatar_user"/>
        </div>
      </footer>
    </t>
  </templates>
</kanban>`,
  }),
  defineView({
    id: 'ticket_quick_create',
    model,
    type: 'form',
    // Behind the form proper, which Odoo shows wherever no view is named.
    priority: 100,
    arch: `
<form string="Ticket">
  <group>
    <field name="x_name" placeholder="What is it about?"/>
    <field name="x_partner_id"/>
    <field name="x_user_id" widget="many2one_avatar_user" domain="[('share', '=', False)]"/>
  </group>
</form>`,
  }),
];
