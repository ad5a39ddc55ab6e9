# Short, since Odoo compiles it anew for every appointment.
env.ref('{{action}}').sudo().with_context(active_model='{{model}}', active_id=record.id, active_ids=record.ids).run()
