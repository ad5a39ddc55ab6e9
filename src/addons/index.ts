import type { Addon } from './addon.ts';
import { appointments } from './appointments/addon.ts';
import { assets } from './assets/addon.ts';
import { assignment } from './assignment/addon.ts';
import { audit } from './audit/addon.ts';
import { withAudit } from './audit/with-audit.ts';
import { categories } from './categories/addon.ts';
import { closing } from './closing/addon.ts';
import { customers } from './customers/addon.ts';
import { escalation } from './escalation/addon.ts';
import { figures } from './figures/addon.ts';
import { imports } from './imports/addon.ts';
import { intake } from './intake/addon.ts';
import { jobs } from './jobs/addon.ts';
import { mail } from './mail/addon.ts';
import { operations } from './operations/addon.ts';
import { outbox } from './outbox/addon.ts';
import { plays } from './plays/addon.ts';
import { privacy } from './privacy/addon.ts';
import { projects } from './projects/addon.ts';
import { recurrence } from './recurrence/addon.ts';
import { reports } from './reports/addon.ts';
import { roles } from './roles/addon.ts';
import { sla } from './sla/addon.ts';
import { stages } from './stages/addon.ts';
import { teams } from './teams/addon.ts';
import { tickets } from './tickets/addon.ts';
import { time } from './time/addon.ts';
import { withTexts } from './with-texts.ts';
import { zammad } from './zammad/addon.ts';

export const addons: readonly Addon[] = withTexts(
  withAudit([
    tickets,
    teams,
    stages,
    categories,
    projects,
    customers,
    assets,
    assignment,
    sla,
    mail,
    closing,
    operations,
    appointments,
    plays,
    recurrence,
    escalation,
    figures,
    reports,
    time,
    jobs,
    outbox,
    imports,
    intake,
    zammad,
    roles,
    privacy,
    audit,
  ]),
);
