# Odoo runs this for one of the tickets that are made or written at once. It takes along all that were written or made with it.
before = env.context.get('old_values') or {}
seen = env.cr.precommit.data.setdefault('{{noted}}', {})
if record.id not in seen or seen[record.id] != record.x_user_id.id:
    together = model.browse(list(before)) if record.id in before else model.with_context(active_test=False).search([('id', '>', env.cr.precommit.data.get('supportdesk.before.x_support.ticket') or 0), ('create_date', '=', record.create_date)]).filtered(lambda ticket: seen.get(ticket.id) != ticket.x_user_id.id)
    seen.update({ticket.id: ticket.x_user_id.id for ticket in together | record})
    env.ref('{{action}}').with_context(active_model='x_support.ticket', active_id=record.id, active_ids=(together | record).ids).run()
