for record in self:
    bought = record.x_purchased_on
    months = record.x_depreciation_months
    ends = False
    if bought and months > 0:
        passed = bought.month - 1 + months
        year = bought.year + passed // 12
        month = passed % 12 + 1
        # A shorter month ends earlier.
        after = datetime.date(year + month // 12, month % 12 + 1, 1)
        last = (after - datetime.timedelta(days=1)).day
        ends = datetime.date(year, month, min(bought.day, last))
    record['x_depreciated_on'] = ends
