def find_lang(partner):
    return partner.lang or env.company.partner_id.lang or env.user.lang


def pick_text(play, lang):
    # In that language, else in a sister of it, else the one for everybody else.
    for line in play.x_text_ids:
        if line.x_lang_id.code == lang:
            return line.x_text
    for line in play.x_text_ids:
        if (line.x_lang_id.code or '')[:2] == (lang or '')[:2]:
            return line.x_text
    return play.x_text
