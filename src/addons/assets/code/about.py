def escape(text):
    return ('%s' % text).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def name_of(piece):
    return '%s (%s)' % (piece.name, piece.serial_no) if piece.serial_no else piece.name


def subject_of(pieces, lang):
    if len(pieces) == 1:
        return say('assets.issue', lang, {'name': pieces.name})
    return say('assets.issues', lang, {'name': pieces[0].name, 'count': len(pieces) - 1})


# Equipment, category, place and whoever uses it, a line each, where they are known.
def describe(pieces, lang):
    heads = say('assets.about', lang, {}).split('|')
    lines = []
    for piece in pieces:
        place = ', '.join([part for part in (piece.x_site_id.x_name, piece.location) if part])
        for head, value in zip(heads, (name_of(piece), piece.category_id.display_name, place, piece.x_custodian_id.name)):
            if value:
                lines.append('<li>%s: %s</li>' % (escape(head), escape(value)))
    return '<ul>%s</ul>' % ''.join(lines)
