{{lines}}


{{describe}}


asked = env.context['{{asked}}']
everyone = env['res.partner'].sudo().with_context(active_test=False)
contacts = everyone.browse(asked['contacts']) if asked.get('contacts') else everyone.search([('email_normalized', '=', asked['email'])])
contacts = contacts.exists()
action = {'contacts': []}
for contact in contacts:
    action['contacts'].append({'id': contact.id, 'name': contact.display_name or '', 'email': contact.email_normalized or '', 'lang': contact.lang or env.company.partner_id.lang or 'en_US', 'is_company': contact.is_company})
if len(contacts) == 1 and asked['what'] == 'archive':
    # A company gets what there is of its people, too.
    persons = everyone.search([('id', 'child_of', contacts.ids)]) if contacts.is_company else find_persons(contacts)
    tickets = search_all('x_support.ticket', [('id', 'in', find_people(read_lines(), persons).get('x_support.ticket', []))])
    action['persons'] = persons.ids
    action['tickets'] = [{'id': one.id, 'ref': one.x_ticket_ref or '', 'name': one.x_name or '', 'opened': str(one.x_opened_at or one.create_date)[:19]} for one in tickets]
elif len(contacts) == 1:
    action.update(look_at(contacts))
