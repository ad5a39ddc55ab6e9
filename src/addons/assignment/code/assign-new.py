# Odoo runs this for one of the tickets that are made or written at once. It takes along all that came with it, those that
# nobody was free for included.
seen = env.cr.precommit.data.setdefault('{{noted}}', {})
waiting = along_with(record).filtered(lambda ticket: not ticket.x_user_id and ticket.x_state != '{{done}}' and ticket.x_team_id.x_assign_by not in (False, 'manual') and seen.get(ticket.id) != ticket.x_team_id.id)
seen.update({ticket.id: ticket.x_team_id.id for ticket in waiting})
for team in waiting.x_team_id:
    theirs = waiting.filtered(lambda ticket: ticket.x_team_id == team)
    env.ref('{{action}}').with_context(active_model='x_support.ticket', active_id=theirs[0].id, active_ids=theirs.ids).run()
