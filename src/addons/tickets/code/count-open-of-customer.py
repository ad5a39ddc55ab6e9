tickets = self.env['x_support.ticket']
companies = self.x_partner_id.commercial_partner_id
open_of = {}
if companies and tickets.has_access('read'):
    asked = [('x_partner_id', 'child_of', companies.ids), ('x_state', '!=', '{{done}}')]
    for partner, count in tickets._read_group(asked, ['x_partner_id'], ['__count']):
        company = partner.commercial_partner_id.id
        open_of[company] = open_of.get(company, 0) + count
for record in self:
    others = open_of.get(record.x_partner_id.commercial_partner_id.id, 0)
    # The ticket itself is no other one.
    is_one = bool(record.x_partner_id and record._origin.id and record.x_active and record.x_state != '{{done}}')
    record['x_other_open_count'] = max(others - is_one, 0)
