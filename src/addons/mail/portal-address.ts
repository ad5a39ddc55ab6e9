import { z } from 'zod';
import type { ProcessJob } from '../../jobs/job.ts';
import { createDeployedAction } from '../../odoo/deployed-action.ts';
import { defineServerAction, readCode } from '../../schema/index.ts';
import type { Services } from '../services.ts';
import { PORTAL_PARAMETER } from './layout.ts';
import { MailEvent } from './models.ts';

const ASKED = 'supportdesk_portal_url';

/** Odoo writes the mails, so it must know where the portal is that their buttons lead to. */
export const noteAddressAction = defineServerAction({
  id: 'action_note_portal_address',
  label: 'Support mail: remember where the portal is',
  model: MailEvent.name,
  groups: ['group_service', 'group_administrator'],
  code: readCode(import.meta.url, 'note-address', { asked: ASKED, parameter: PORTAL_PARAMETER }),
});

const Settings = z.object({ PUBLIC_URL: z.string().optional() });

/** Tells Odoo once a process, by what `PUBLIC_URL` says. */
export function createPortalAddressJob({ odoo, settings }: Pick<Services, 'odoo' | 'settings'>): ProcessJob {
  const url = Settings.parse(settings).PUBLIC_URL;
  const run = createDeployedAction(`__supportdesk__.${noteAddressAction.id}`);
  let isTold = url === undefined;

  return {
    name: 'portal address',
    scope: 'process',
    schedule: '*/10 * * * * *',
    async run({ signal }) {
      if (isTold) return;
      await run(odoo, { [ASKED]: url }, { signal });
      isTold = true;
    },
  };
}
