{{tell}}


def note_words(visit, words):
    # What somebody wrote beside an answer is for the desk to read.
    if words:
        visit._message_log_batch(bodies={visit.id: words}, author_id=visit.x_customer_id.id)


def take_answer(visit, accepts, words, key):
    # As if the customer had said so on the page of the appointment, but for a refusal where the desk wants to decide itself.
    customer = visit.x_customer_id
    note_words(visit, words)
    cancels = env['ir.config_parameter'].sudo().get_param('{{declines}}') == 'cancel'
    if accepts or cancels:
        if visit.x_customer_answer != ('accepted' if accepts else 'declined'):
            # Whoever clicks in Odoo's calendar is nobody to Odoo.
            env.ref('{{change}}').with_user(1).with_context(active_model=visit._name, active_id=visit.id, active_ids=visit.ids, {{asked}}={
                'appointment': visit.id, 'do': 'accept' if accepts else 'decline', 'begin': 0, 'technicians': [], 'reason': 'customer_unavailable',
                'note': words or '', 'by': customer.id, 'key': key, 'as_customer': True,
            }).run()
    elif visit.x_customer_answer != 'declined':
        # Its time stays theirs until the desk has talked to them.
        visit._track_set_author(customer)
        visit.with_context({{actor}}=customer.id).write({'x_customer_answer': 'declined', 'x_status': 'draft'})
    if not accepts:
        tell_visit('visit_declined', visit)
