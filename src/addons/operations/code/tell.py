def escape(text):
    return (text or '').replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def bare(html):
    # Paragraph by paragraph: else the last word of one runs into the first of the next.
    parts = [part.striptags() for part in html.split('</p>')] if html else []
    return ' '.join(' '.join(parts).split())


def cut(text):
    return text if len(text) <= {{longest}} else text[:{{longest}}].rsplit(' ', 1)[0] + ' …'


def say_day(moment):
    options = {'format': 'd MMM y HH:mm', 'tz_name': env.user.tz or 'UTC'}
    return env['ir.qweb.field.datetime'].with_context(lang=env.user.lang).value_to_html(moment, options) if moment else ''


def name_of(ticket):
    return ticket.x_ticket_ref or '#%s' % ticket.id


def list_words(words):
    # The newest of what was said, each as [moment, author, text]; nobody reads all of very many.
    lines = []
    for moment, author, text in sorted(words, key=lambda word: str(word[0]))[-{{most}}:]:
        lines.append('<li><strong>%s</strong> <span class="text-muted">%s</span><br/>%s</li>' % (escape(author), escape(say_day(moment)), escape(cut(text))))
    more = len(words) - len(lines)
    if more:
        lines.insert(0, '<li class="text-muted">%s</li>' % say('operations.earlier', env.user.lang, {'count': more}))
    return '<ul class="mb-2">%s</ul>' % ''.join(lines)
