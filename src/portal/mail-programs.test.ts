import { describe, expect, test } from 'vitest';
import { safeHtml } from './safe-html.ts';

// Written for this project, the way these programs build their mails.

const MAILS: Readonly<Record<string, string>> = {
  Gmail: `<div dir="ltr">It works again.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr"
    class="gmail_attr">On Mon, 2 Mar 2026 at 09:12, Desk wrote:<br></div><blockquote class="gmail_quote"
    style="margin:0 0 0 .8ex">Restart the till.</blockquote></div>`,
  'Apple Mail': `<body style="overflow-wrap: break-word;">It works again.<div><br></div><div>Ann<div><br>
    <blockquote type="cite"><div>On 2 Mar 2026, at 09:12, Desk wrote:</div><br class="Apple-interchange-newline">
    <div>Restart the till.</div></blockquote></div><br></div></body>`,
  Outlook: `<html><head><style>p.MsoNormal {margin:0}</style><title>Till</title></head><body><div class="WordSection1">
    <p class="MsoNormal">It works again.<o:p></o:p></p><p class="MsoListParagraph"><![if !supportLists]><span
    style="mso-list:Ignore">1.<span>&nbsp; </span></span><![endif]>the tray<o:p></o:p></p><div><div
    style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Von:</b> Desk<br>
    <b>Betreff:</b> Kasse</p></div></div><p class="MsoNormal">Restart the till.</p></div></body></html>`,
  'Outlook, as Odoo stores it': `<div class="WordSection1"><p>It works again.</p><p>&lt;![if !supportLists]&gt;1.&lt;![endif]&gt;the
    tray</p><div><div style="border:none; border-top:solid #E1E1E1 1.0pt; padding:3.0pt 0cm 0cm 0cm"><p><b>From:</b>
    Desk</p></div></div><p>Restart the till.</p></div>`,
  'Outlook on the web': `<div class="elementToProof">It works again.</div><div id="appendonsend"></div><hr><div
    id="divRplyFwdMsg" dir="ltr"><b>Van:</b> Desk<br><b>Onderwerp:</b> Kassa</div><div>Restart the till.</div>`,
  'Lotus Notes': `<font size=2>It works again.</font><br><br><font size=2 color=#800080>-----Desk/Fernwood wrote:
    -----</font><br><div style="padding-left:5px"><font size=2>To: Ann<br>Subject: Till</font><br>Restart the till.</div>`,
  Proton: `<div style="font-size:14px">It works again.</div><div class="protonmail_quote">On Monday, Desk wrote:<br><blockquote
    class="protonmail_quote" type="cite">Restart the till.</blockquote><br></div>`,
  QQ: `<div>It works again.</div><div><br></div><div style="font-size:12px">------------------&nbsp;原始邮件&nbsp;------------------</div>
    <div style="background:#efefef"><div><b>发件人:</b>&nbsp;Desk;</div></div><div><br></div><div>Restart the till.</div>`,
};

describe.each(Object.entries(MAILS))('a mail of %s', (_program, mail) => {
  const parts = safeHtml(mail, 'https://erp.example').map(({ html, isQuote }) => ({
    isQuote,
    words: html.toString().replace(/<[^>]*>/g, ' '),
    html: html.toString(),
  }));

  test('shows what its writer said, and folds what it answers without losing it', () => {
    const said = parts.filter(({ isQuote }) => !isQuote).map(({ words }) => words);
    const quoted = parts.filter(({ isQuote }) => isQuote);

    expect(said.join(' ')).toContain('It works again.');
    expect(said.join(' ')).not.toContain('Restart the till.');
    expect(quoted).toHaveLength(1);
    expect(quoted[0]?.words).toContain('Restart the till.');
    expect(quoted[0]?.words).toContain('Desk');
  });

  test('folds whole elements, and shows nothing of its program’s own', () => {
    for (const { html, isQuote } of parts) {
      if (isQuote) expect(countOf(html, /<[a-z](?![^>]*\/>)/g)).toBe(countOf(html, /<\//g));
      expect(html).not.toMatch(/supportLists|endif|MsoNormal|data-quote/);
    }
  });
});

test('a mail that only passes another one on shows it', () => {
  const [part, ...others] = safeHtml(
    '<div>-------- Forwarded Message --------</div><p>Please see to it</p>',
    'https://erp.example',
  );

  expect(others).toEqual([]);
  expect(part?.isQuote).toBe(false);
});

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
