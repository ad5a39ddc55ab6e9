# Which ticket: by its own reply address, by the mail that is answered, by its reference in the subject.
ticket = tickets.browse()
found_by = False
route = tickets.browse(asked['route'] or []).exists()
if route and not asked['fresh']:
    ticket = route
    found_by = 'references' if message.parent_id or head.get('in-reply-to') or head.get('references') else 'route'
for candidate in envelope + towards:
    if not ticket:
        ticket = tickets.browse(find_replied_ticket(candidate) or []).exists()
        found_by = 'address' if ticket else False
if not ticket and not asked['fresh']:
    answered = (head.get('references', '') + ' ' + head.get('in-reply-to', '')).replace(',', ' ').split()[-33:]
    parent = env['mail.message'].sudo().search([('message_id', 'in', answered), ('model', '=', 'x_support.ticket')], order='id desc', limit=1)
    earlier = entry.search([('x_message_id', 'in', answered), ('x_ticket_id', '!=', False)], limit=1)
    ticket = tickets.browse(parent.res_id or []).exists() or earlier.x_ticket_id
    found_by = 'references' if ticket else False
named = tickets.browse()
if not ticket and not asked['fresh']:
    words = (message.subject or '').replace('[', ' ').replace(']', ' ').replace('(', ' ').replace(')', ' ').replace(':', ' ').replace('#', ' ').split()
    named = tickets.search([('x_ticket_ref', 'in', words)], limit=1) if words else named
    ticket = named
    found_by = 'subject' if ticket else False
for _ in range(10):
    ticket = ticket.x_merged_into_id or ticket

# Who wrote, of the contacts with that address: with a login first, then the customer’s company, then the newest.
has_it = people.search([('email_normalized', '=', address)], order='id desc') if address else people
staff = has_it.filtered(lambda person: person.user_ids.filtered(lambda user: not user.share))
team = ticket.x_partner_id.commercial_partner_id
sender = (
    (has_it & ticket.x_partner_id)
    or has_it.filtered(lambda person: person.user_ids)[:1]
    or has_it.filtered(lambda person: team and person.commercial_partner_id == team)[:1]
    or has_it[:1]
)

# Whether they take part.
is_customer = bool(has_it & ticket.x_partner_id) or bool(address and ticket and not ticket.x_partner_id and ticket.x_email == address)
is_colleague = bool(team.is_company and has_it.filtered(lambda person: person.commercial_partner_id == team and not person.x_is_unverified and not person.x_own_tickets_only))
part = (
    (is_customer and 'customer')
    or (staff and parameter('{{staff}}') == 'post' and 'staff')
    or (not staff and (has_it & ticket.message_partner_ids) and 'follower')
    or (not staff and is_colleague and 'colleague')
)
# A number may be guessed; it leads nobody into a ticket that they take no part in.
if ticket and found_by == 'subject' and not part:
    ticket = tickets.browse()
    found_by = False
