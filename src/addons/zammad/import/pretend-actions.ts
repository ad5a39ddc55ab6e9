import { z } from 'zod';
import type { StandIns } from '../../imports/rehearse.ts';

/** What our actions answer in a dry run: no number is used up, and nobody is archived, so nobody's uses matter. */
export const pretendActions: StandIns = {
  'ir.actions.server.run': (kwargs) => {
    const { context } = Asked.parse(kwargs);
    return { references: Array.from({ length: context.reference_count }, () => ''), uses: {} };
  },
};

const Asked = z.object({ context: z.object({ reference_count: z.number().int().default(0) }) });
