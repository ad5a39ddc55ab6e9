# Odoo runs this for one of the tickets that are made or written at once. It takes along all that were written or made with it.
seen = env.cr.precommit.data.setdefault('{{noted}}', {})
together = along_with(record).filtered(lambda ticket: seen.get(ticket.id) != ticket.x_user_id.id)
if together:
    seen.update({ticket.id: ticket.x_user_id.id for ticket in together})
    env.ref('{{action}}').with_context(active_model='x_support.ticket', active_id=together[0].id, active_ids=together.ids).run()
