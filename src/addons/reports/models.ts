import { extendModel, field } from '../../schema/index.ts';
import { Customer } from '../tickets/models.ts';

/** A contact who may get the service report by mail, once for each month. */
export const ReportContact = extendModel(Customer, {
  fields: {
    x_wants_report: field.boolean('Monthly Service Report', {
      index: true,
      copied: false,
      help: 'Each month an email says what the desk did for this contact’s company, or for this contact alone where that is all they see. The contact can ask for it on the portal, and ends it with the link in each email.',
    }),
    x_reported_month: field.date('Last Month Reported', { readonly: true, copied: false }),
  },
});
