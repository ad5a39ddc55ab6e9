# Its visit would go on without anybody seeing it.
for record in records:
    visit = record.x_appointment_id.sudo()
    if visit.x_event_id.id == record.id and visit.x_active and visit.x_status in ('draft', 'confirmed', 'in_progress'):
        raise UserError(say('appointments.refused.leave', env.user.lang, {'which': visit.x_name}))
