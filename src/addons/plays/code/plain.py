def to_plain(html):
    # Paragraphs and lines as a text has them. What a name would be filled in with is left for whoever writes.
    text = '%s' % (html or '')
    for tag in ('<br', '</li'):
        text = text.replace(tag, '\x1e' + tag)
    for tag in ('</p', '</div', '</h1', '</h2', '</h3', '</ul', '</ol'):
        text = text.replace(tag, '\x1f' + tag)
    parts = text.split('<')
    text = parts[0]
    for part in parts[1:]:
        text += part.partition('>')[2]
    for entity, sign in (('&nbsp;', ' '), ('&lt;', '<'), ('&gt;', '>'), ('&quot;', '"'), ('&#39;', "'"), ('&#34;', '"'), ('&amp;', '&')):
        text = text.replace(entity, sign)
    parts = text.split('{' * 2)
    text = parts[0]
    for part in parts[1:]:
        name, close, rest = part.partition('}' * 2)
        text += '…' + rest if close else '{' * 2 + part
    paragraphs = []
    for paragraph in text.split('\x1f'):
        lines = '\n'.join([line.strip() for line in paragraph.split('\x1e')]).strip()
        if lines:
            paragraphs.append(lines)
    return '\n\n'.join(paragraphs)
