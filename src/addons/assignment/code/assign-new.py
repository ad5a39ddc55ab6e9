# Odoo runs this once for each ticket. The first takes along all that came with it, so the others have nothing to do,
# those that nobody was free for included.
team = record.x_team_id
seen = env.cr.precommit.data.setdefault('supportdesk.given', {})
if not record.x_user_id and seen.get(record.id) != team.id:
    others = model.search([('id', '>=', record.id), ('write_date', '=', env.cr.now()), ('x_team_id', '=', team.id), ('x_user_id', '=', False), ('x_state', '!=', '{{done}}')])
    together = (record | others).filtered(lambda ticket: seen.get(ticket.id) != ticket.x_team_id.id)
    seen.update({ticket.id: team.id for ticket in together})
    env.ref('{{action}}').with_context(active_model='x_support.ticket', active_id=record.id, active_ids=together.ids).run()
