action = {
    'type': 'ir.actions.act_window',
    'name': say('appointments.office.cancel', env.user.lang, {}),
    'res_model': '{{cancellation}}',
    'views': [(env.ref('{{form}}').id, 'form')],
    'target': 'new',
    'context': {'default_x_appointment_id': record.id},
}
