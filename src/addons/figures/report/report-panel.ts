import { defineSlot } from '../../../lib/slot.ts';
import type { CustomerRequest } from '../../../portal/route.ts';

/** What another addon has to say below a customer's report. What it reads goes in the same call as the report itself. */
export interface ReportPanel {
  /** A template's path without its ending. */
  readonly template: string;
  /** What the template shows; undefined where there is nothing to say. */
  read(request: Pick<CustomerRequest, 'reader' | 'user' | 'query'>): Promise<object | undefined>;
}

export const reportPanels = defineSlot<ReportPanel>('panels of the report');
