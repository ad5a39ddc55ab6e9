def find_place(visit, company):
    # Where to go, or to click.
    kind = visit.x_place or visit.x_type_id.x_place
    if kind == 'online':
        return visit.x_online_url or visit.x_type_id.x_online_url or ''
    if visit.x_location:
        return visit.x_location
    where = company.partner_id if kind == 'workshop' else visit.x_customer_id
    town = ' '.join([part for part in (where.zip, where.city) if part])
    return ', '.join([part for part in (where.street, where.street2, town) if part])
