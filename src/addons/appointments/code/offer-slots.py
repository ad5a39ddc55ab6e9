{{world}}


{{rules}}


{{choose}}


{{slots}}


def list_types(lang):
    kinds = []
    for kind in env['x_support.appointment.type'].sudo().with_context(lang=lang).search([('x_active', '=', True), ('x_is_public', '=', True)]):
        kinds.append({
            'id': kind.id,
            'name': kind.x_name,
            'description': kind.x_description or '',
            'duration': kind.x_duration,
            'place': kind.x_place,
            'needs_confirmation': kind.x_needs_confirmation,
            'cancel_hours': kind.x_cancel_hours,
        })
    return kinds


asked = env.context.get('{{asked}}')
if asked:
    customer, zone, slots = find_slots(asked)
    kinds = env['x_support.appointment.type'].sudo()
    kind = kinds.browse(asked['type'] or env['x_support.appointment'].sudo().browse(asked['appointment'] or []).exists().x_type_id.ids).exists()
    action = {
        'ahead': max(0, kind.x_horizon_days),
        'zone': zone,
        'slots': slots,
        'types': list_types(customer.lang or env.context.get('lang') or env.user.lang),
    }
