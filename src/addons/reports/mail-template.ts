import { defineMailTemplate } from '../../schema/index.ts';
import { ReportContact } from './models.ts';

export const REPORT_TEMPLATE = 'mail_template_report';

const REPORT = "ctx.get('supportdesk_report')";
const MONTH = `format_date(${REPORT}['first_day'], 'MMMM y')`;
const CELL = 'padding: 8px 12px 8px 0; border-bottom: 1px solid #d0d3d8; vertical-align: top;';

const row = (label: string, value: string) =>
  `<tr><th scope="row" style="${CELL} font-weight: normal; text-align: left;">${label}</th><td style="${CELL} font-weight: bold;"><t t-out="${REPORT}['month']['${value}']"/></td><td style="${CELL}"><t t-out="${REPORT}['year']['${value}']"/></td></tr>`;
const head = (content: string) =>
  `<th scope="col" style="${CELL} text-align: left; font-size: 12px; color: #5f636f;">${content}</th>`;

/** In the words that an organisation has it say; three narrow columns, which a telephone and every mail program show. */
export const reportTemplate = defineMailTemplate({
  id: REPORT_TEMPLATE,
  label: 'Support: your monthly service report',
  model: ReportContact.name,
  subject: `Your service report: {{ ${MONTH} }}`,
  body: `<div style="font-size: 14px; line-height: 21px; max-width: 640px;">
  <p>Hello <t t-out="object.name or ''"/>,</p>
  <p>This is what we did for you last month.</p>
  <table cellspacing="0" cellpadding="0" border="0" style="border-collapse: collapse; font-size: 14px; line-height: 20px;">
    <tr>${head('')}${head(`<t t-out="${MONTH}"/>`)}${head('Last twelve months')}</tr>
    ${row('Tickets opened', 'opened')}
    ${row('Tickets closed', 'closed')}
    ${row('First answer after', 'first')}
    ${row('Deadlines kept', 'kept')}
    ${row('Your ratings', 'stars')}
  </table>
  <p style="margin: 24px 0;"><a t-att-href="${REPORT}['report']">See every month in your service report</a></p>
  <p style="font-size: 12px; color: #5f636f;">Hours are working hours. You get this email because somebody asked for it for you. <a t-att-href="${REPORT}['leave']">Stop these emails</a></p>
</div>`,
  toPartners: '{{ object.id }}',
  language: '{{ object.lang }}',
});
