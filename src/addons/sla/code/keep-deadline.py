begin = datetime.datetime(1970, 1, 1)
hours = None
for record in self:
    lines = [line.split(' ') for line in (record.x_sla_ledger or '').split('\n') if line]
    agreed = [line for line in lines if line[1] == 'terms']
    if agreed and agreed[-1][2] != '0':
        dues = [int(line[0]) for line in lines if line[1] == 'due']
        record['x_sla_deadline'] = begin + datetime.timedelta(seconds=min(dues)) if dues else False
    elif not agreed or len(agreed) == 1 and record.x_sla_deadline:
        # No policy has a say: the date is whoever's who gave it.
        record['x_sla_deadline'] = record.x_sla_deadline
    else:
        if hours is None:
            hours = float(self.env['ir.config_parameter'].sudo().get_param('{{parameter}}', 48))
        opened = begin + datetime.timedelta(seconds=int(lines[0][0]))
        record['x_sla_deadline'] = opened + datetime.timedelta(hours=hours) if hours else False
