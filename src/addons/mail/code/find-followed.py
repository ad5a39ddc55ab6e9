# Odoo runs this for one of the tickets that are made or written at once. It takes along all that came with it.
before = env.context.get('old_values') or {}
if record.id in before:
    env.ref('{{moved}}').with_context(active_model='x_support.ticket', active_id=record.id, active_ids=list(before)).run()
else:
    seen = env.cr.precommit.data.setdefault('{{noted}}', {})
    if record.id not in seen:
        new = model.with_context(active_test=False).search([('id', '>', env.cr.precommit.data.get('supportdesk.before.x_support.ticket') or 0), ('create_date', '=', record.create_date)])
        seen.update({ticket.id: True for ticket in new | record})
        env.ref('{{opened}}').with_context(active_model='x_support.ticket', active_id=record.id, active_ids=(new | record).ids).run()
