# Not within the minute, though its day may be long past: whoever lets it go may still change their mind.
records.filtered('x_closing_is_held').write({'x_closing_is_held': False, 'x_unheld_at': datetime.datetime.now()})
