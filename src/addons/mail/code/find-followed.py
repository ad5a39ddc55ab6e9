# Odoo runs this for one of the tickets that are made or written at once. It takes along all that came with it.
together = along_with(record)
if record.id in (env.context.get('old_values') or {}):
    env.ref('{{moved}}').with_context(active_model='x_support.ticket', active_id=record.id, active_ids=together.ids).run()
else:
    seen = env.cr.precommit.data.setdefault('{{noted}}', {})
    if record.id not in seen:
        seen.update({ticket.id: True for ticket in together})
        env.ref('{{opened}}').with_context(active_model='x_support.ticket', active_id=record.id, active_ids=together.ids).run()
