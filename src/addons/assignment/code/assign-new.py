# Odoo runs this once for each ticket. The first takes along all that came with it, so the others have nothing to do.
if not record.x_user_id:
    others = model.search([('id', '>=', record.id), ('write_date', '>=', env.cr.now().replace(microsecond=0)), ('x_team_id', '=', record.x_team_id.id), ('x_user_id', '=', False), ('x_state', '!=', '{{done}}')])
    env.ref('{{action}}').with_context(active_model='x_support.ticket', active_id=record.id, active_ids=(record | others).ids).run()
