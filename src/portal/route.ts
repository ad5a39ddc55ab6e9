import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { SessionUser } from '../odoo/session.ts';
import type { Reply } from './reply.ts';

/** What an addon gets to build its routes with. */
export interface PortalServices {
  /** The service account: for what a customer may not write themselves, after their session has proved access. */
  readonly service: Odoo;
  readonly clock: Clock;
  readonly log: Log;
  /** Where links and images inside Odoo's own texts point. */
  readonly odooUrl: string;
}

export type PortalRoutes = (services: PortalServices) => readonly PortalRoute[];

/**
 * A page or a form's target, for logged-in customers only. The portal adds the login, the CSRF check, the rate
 * limit, the deadline and the layout, so that no addon can forget one.
 */
export interface PortalRoute {
  readonly method: 'get' | 'post';
  /** An Express path, such as `/my/tickets/:id`. */
  readonly path: string;
  /** Fields that a person types, each with its label's key: shown again when Odoo cannot be reached. */
  readonly typed?: Readonly<Record<string, string>>;
  handle(request: CustomerRequest): Promise<Reply>;
}

export interface CustomerRequest {
  /** On a POST read from Odoo for this very request. */
  readonly user: SessionUser;
  /** Odoo as this customer sees it: access lines and record rules decide. */
  readonly odoo: Odoo;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /**
   * A POST that must not be carried out, only shown again: the session or the form's token had expired.
   * The handler answers with its form and everything that was typed.
   */
  readonly restored: boolean;
}
