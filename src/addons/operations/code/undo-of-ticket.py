operation = env['{{operation}}'].search([('x_undone_at', '=', False), ('x_ticket_ids', 'in', record.ids)], limit=1)
if not operation:
    raise UserError(say('operations.noJournal', env.user.lang, {'ticket': record.x_ticket_ref or ''}))
action = env.ref('{{undo}}').with_context(active_model='{{operation}}', active_id=operation.id, active_ids=operation.ids).run()
