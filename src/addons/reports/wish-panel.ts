import type { ReportPanel } from '../figures/report/report-panel.ts';
import { ReportContact } from './models.ts';
import { WISH_PATH } from './paths.ts';

/** Below the report: whether it comes by mail, too. */
export const wishPanel: ReportPanel = {
  template: 'reports/wish',
  async read({ reader, user, query }) {
    const [contact] = await reader
      .model(ReportContact)
      .searchRead([['id', '=', user.partnerId]], { fields: ['x_wants_report', 'email'], limit: 1 });
    return (
      contact && {
        action: WISH_PATH,
        isWanted: contact.x_wants_report,
        email: contact.email || undefined,
        isSaved: query.mail === 'saved',
      }
    );
  },
};
