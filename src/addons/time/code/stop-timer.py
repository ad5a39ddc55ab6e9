{{stop}}


stop_timers(env['x_support.time'].search([('x_user_id', '=', env.uid), ('x_started_at', '!=', False), ('x_ticket_id', 'in', records.ids)]))
