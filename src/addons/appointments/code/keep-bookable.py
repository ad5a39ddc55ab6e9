# Which types somebody can come for at all: no others are offered.
lines = env['x_support.appointment.technician'].sudo().search([('x_active', '=', True), ('id', 'not in', {{gone}})])
users = lines.x_user_id.filtered('active')
for kind in env['x_support.appointment.type'].sudo().with_context(active_test=False).search([]):
    can = bool(users & kind.x_user_ids if kind.x_user_ids else users)
    if kind.x_can_be_booked != can:
        kind.write({'x_can_be_booked': can})
