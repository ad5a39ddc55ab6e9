import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Contribution } from '../lib/slot.ts';
import type { Files } from '../odoo/files.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { SessionUser } from '../odoo/session.ts';
import type { Reader } from '../reader/create-reader.ts';
import type { Reply } from './reply.ts';
import type { Label } from './shown.ts';
import type { UploadError, UploadedFile } from './uploaded-file.ts';

/** What an addon gets to build its routes with, once. */
export interface PortalServices {
  /** What the addons hand to each other; a slot's `of` finds its own. */
  readonly contributions: readonly Contribution[];
  /** Whether there is a template of this path, without its ending. */
  hasTemplate(name: string): boolean;
  /** The service account's way to files in Odoo. */
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** A signature that only this portal can make, worth nothing for another use. */
  sign(use: string, text: string): string;
  /** Where customers reach the portal, without a slash at the end. */
  readonly publicUrl: string;
  /** Where links and images inside Odoo's own texts point. */
  readonly odooUrl: string;
}

export type PortalRoutes = (services: PortalServices) => readonly (PortalRoute | VisitorRoute)[];

/**
 * A page or a form's target, for logged-in customers only. The portal adds the login, the CSRF check, the rate
 * limit, the deadline and the layout, so that no addon can forget one.
 */
export interface PortalRoute {
  readonly method: 'get' | 'post';
  /** An Express path, such as `/my/tickets/:id`. */
  readonly path: string;
  /** The form may bring files: it is read as multipart, and its files are in the request. */
  readonly takesFiles?: boolean;
  /** Fields that a person types, each with its label: shown again when Odoo cannot be reached. */
  readonly typed?: Readonly<Record<string, Label>>;
  handle(request: CustomerRequest): Promise<Reply>;
}

/** A page, or a form's target, for whoever knows its address: nobody logs in, and the address itself is the proof. */
export interface VisitorRoute {
  readonly method: 'visit' | 'visitPost';
  readonly path: string;
  /** As with a customer's form. */
  readonly typed?: Readonly<Record<string, Label>>;
  /**
   * The form may bring files: whose they are, so that nobody has too many under way. It is asked before they are let in,
   * and throws for whoever has nothing to send. They may take a minute, so `handle` looks once more.
   */
  takesFilesOf?(request: VisitorRequest): Promise<string>;
  handle(request: VisitorRequest): Promise<Reply>;
}

export type VisitorRequest = Pick<
  CustomerRequest,
  | 'service'
  | 'params'
  | 'query'
  | 'signal'
  | 'fields'
  | 'files'
  | 'uploadError'
  | 'lostFiles'
  | 'restored'
  | 'knownVersion'
>;

export interface CustomerRequest {
  /** On a POST read from Odoo for this very request; else proved by the time that `reader` answers. */
  readonly user: SessionUser;
  /** Odoo as this customer sees it, in their language: record rules decide. What is asked at once is one call. */
  readonly reader: Reader;
  /**
   * The service account: for what a customer may not read or write themselves, after `reader` has shown that they see it.
   * It goes the way of pages or that of forms, and gives up with the signal; what was begun and must not stay half
   * done is carried out `with({ signal: null })`.
   */
  readonly service: Odoo;
  /** Aborted once the customer has been told that it takes too long. */
  readonly signal: AbortSignal;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /** Checked, and gone from the disk when the handler is done. */
  readonly files: readonly UploadedFile[];
  /** Why no file was taken: the key of a text. */
  readonly uploadError: UploadError | undefined;
  /** The names of files that must be chosen again where the form is shown again. */
  readonly lostFiles: string | undefined;
  /**
   * A POST that must not be carried out, only shown again: the session or the form's token had expired, or its
   * files did not come along.
   * The handler answers with its form and everything that was typed.
   */
  readonly restored: boolean;
  /** The version that who asks has already, of a reply that names one. */
  readonly knownVersion?: string | undefined;
}
