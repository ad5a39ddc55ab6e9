import { type Request, type RequestHandler, type Response, Router } from 'express';
import { createReadForUser } from '../reader/read-action.ts';
import { createAccess } from './access.ts';
import type { Csrf } from './csrf.ts';
import { createCustomerReader } from './customer-reader.ts';
import { type Patience, withDeadline } from './deadline.ts';
import { parseFields } from './fields.ts';
import type { Lane } from './lane.ts';
import { parseMultipart } from './multipart.ts';
import type { SendPage } from './pages.ts';
import { LOST_FILES_FIELD, withoutToken } from './pending-form.ts';
import { askerOf, type RateLimits } from './rate-limit.ts';
import type { Reply } from './reply.ts';
import type { CustomerRequest, PortalRoute, VisitorRoute } from './route.ts';
import type { SendFile } from './send-file.ts';
import { findKnownVersion, sendText } from './send-text.ts';
import type { BrowserSession } from './session.ts';
import type { Spool } from './spool.ts';
import type { SendTable } from './tables.ts';
import { UPLOAD_LIMITS, type Upload } from './uploaded-file.ts';

export interface CustomerRoutesOptions {
  readonly routes: readonly (PortalRoute | VisitorRoute)[];
  /** Where pages are read, and where forms are both proved and written. */
  readonly lanes: { readonly pages: Lane; readonly forms: Lane };
  readonly session: BrowserSession;
  readonly csrf: Csrf;
  readonly sendPage: SendPage;
  readonly sendTable: SendTable;
  readonly sendFile: SendFile;
  readonly limits: RateLimits;
  readonly spool: Spool;
  /** How long a page may take, Odoo's answers included. */
  readonly patience: Patience;
}

/** The address is a secret: it goes to no search engine, no other site and no cache. */
const SECRET_ADDRESS = { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' };

/** Files are given a second for each megabyte. */
const BYTES_PER_MS = 1_000;

/** The addons' routes as Express has them; what guards them all stands here, once. */
export function createCustomerRoutes(options: CustomerRoutesOptions): Router {
  const { routes, lanes, session, csrf, sendPage, sendTable, sendFile, limits, spool, patience } = options;
  const reading = createAccess(lanes.pages.sessions, session);
  const writing = createAccess(lanes.forms.sessions, session);
  const readForUser = createReadForUser();
  const router = Router();
  for (const route of routes) {
    if (route.method === 'get') {
      router.get(route.path, limits.read, (req, res) => answerGet(route, req, res));
    } else if (route.method === 'post') router.post(route.path, (req, res) => answerPost(route, req, res));
    else if (route.method === 'visit') {
      router.get(route.path, limits.visit, (req, res) => answerVisit(route, req, res));
    } else if (route.method === 'visitPost') {
      router.post(route.path, (req, res) => answerVisitorsForm(route, req, res));
    }
  }
  return router;

  async function answerVisit(route: VisitorRoute, req: Request, res: Response): Promise<void> {
    res.set(SECRET_ADDRESS);
    const reply = await withDeadline(patience, (signal) =>
      route.handle({ ...requestOf(req, signal), service: lanes.pages.service.with({ signal }) }),
    );
    await send(req, res, reply);
  }

  /** As with a customer's form; the address takes the place of the session. */
  async function answerVisitorsForm(route: VisitorRoute, req: Request, res: Response): Promise<void> {
    res.set(SECRET_ADDRESS);
    const { takesFilesOf, typed = {} } = route;
    const admission = await admit(async () => {
      await passes(limits.write, req, res);
      if (!takesFilesOf || !req.is('multipart/form-data')) return { owner: askerOf(req, session) };
      return withDeadline(patience, async (signal) => ({
        owner: await takesFilesOf({
          ...requestOf(req, signal),
          service: lanes.forms.service.with({ signal }),
        }),
      }));
    });
    const form = await takeForm({ takesFiles: takesFilesOf !== undefined, typed }, req, res, admission);
    const reply = await withDeadline(form.patience, (signal) =>
      route
        .handle({
          ...requestOf(req, signal),
          ...form.given,
          service: lanes.forms.service.with({ signal }),
        })
        .finally(form.remove),
    );
    await send(req, res, reply);
  }

  async function answerGet(route: PortalRoute, req: Request, res: Response): Promise<void> {
    const reply = await withDeadline(patience, async (signal) => {
      const { user, prove } = await reading.presumeUser(req, res, signal);
      const service = lanes.pages.service.with({ signal });
      const reader = createCustomerReader({ user, service, readForUser, prove });
      return route.handle({ ...requestOf(req, signal), user, reader, service });
    });
    await send(req, res, reply);
  }

  /** Odoo says afresh who it is; a customer who sends too much is not even looked up. */
  async function answerPost(route: PortalRoute, req: Request, res: Response): Promise<void> {
    const admission = await admit(async () => {
      const known = session.findUser(req);
      await passes(limits.write, req, res);
      const user = await withDeadline(patience, (signal) => writing.getUser(req, res, signal));
      // Who is known by the address alone counts once more as soon as Odoo has said who they are: a browser that keeps
      // no cookies sends no more than others.
      if (user.uid !== known?.uid) await passes(limits.write, req, res);
      return { user, owner: `user ${user.uid}` };
    });
    const { given, user, ...form } = await takeForm(route, req, res, admission);
    const reply = await withDeadline(form.patience, (signal) => {
      const service = lanes.forms.service.with({ signal });
      const reader = createCustomerReader({ user, service, readForUser, prove: async () => undefined });
      return route
        .handle({ ...requestOf(req, signal), ...given, user, reader, service })
        .finally(form.remove);
    });
    await send(req, res, reply);
  }

  /**
   * Whatever may refuse a form is asked before its files are let in, and told after its fields are kept: an
   * expired token or login never costs what was typed. The form comes back, to be sent again knowingly.
   */
  async function takeForm<A extends Admitted>(
    { takesFiles = false, typed = {} }: Pick<PortalRoute, 'takesFiles' | 'typed'>,
    req: Request,
    res: Response,
    admission: Admission<A>,
  ) {
    const owner = admission.admitted?.owner;
    const upload = await readForm(takesFiles, req, spool, () => (csrf.isValid(req) ? owner : undefined));
    const { [LOST_FILES_FIELD]: lostBefore, ...posted } = parseFields(upload.fields);
    const fields = withoutToken(posted);
    const lostFiles = lostBefore ?? (upload.names.length > 0 ? upload.names.join(', ') : undefined);
    res.locals.form = { action: req.url, fields, lostFiles, labels: typed };
    if (!admission.admitted) throw admission.error;
    if (upload.fault) throw upload.fault;

    const isForged = !res.locals.isRestored && !csrf.isValid(req);
    if (isForged) res.status(403);
    const restored = isForged || res.locals.isRestored === true || lostBefore !== undefined;
    const { files, error: uploadError, remove } = upload;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return {
      ...admission.admitted,
      given: { fields, files, uploadError, lostFiles, restored },
      patience: { ...patience, ms: patience.ms + Math.ceil(bytes / BYTES_PER_MS) },
      remove,
    };
  }

  async function send(req: Request, res: Response, reply: Reply): Promise<void> {
    if (reply.kind === 'file') return sendFile(req, res, reply);
    if (reply.kind === 'version') {
      const etag = `"${reply.version}"`;
      res.set({ etag, 'cache-control': 'private, no-cache' });
      // Express would not compare: a script's fetch says "no-cache" beside what it knows.
      if (req.get('if-none-match') === etag) res.status(304).end();
      else res.type('text').send(reply.version);
      return;
    }
    if (reply.kind === 'text') return sendText(req, res, reply);
    if (reply.kind === 'table') return sendTable(req, res, reply);
    if (reply.kind === 'page') {
      return sendPage(req, res, { ...reply, status: res.statusCode === 403 ? 403 : reply.status });
    }
    // A script follows by itself: fetch would load the next page only to throw it away.
    if (req.get('x-supportdesk-script')) res.status(204).location(reply.path).end();
    else res.redirect(303, reply.path);
  }
}

/** Who may send a form, and on whose account its files are kept; or why nobody may. */
type Admission<A extends Admitted> =
  | { readonly admitted: A; readonly error?: undefined }
  | { readonly admitted?: undefined; readonly error: unknown };

interface Admitted {
  readonly owner: string;
}

async function admit<A extends Admitted>(prove: () => Promise<A>): Promise<Admission<A>> {
  try {
    return { admitted: await prove() };
  } catch (error) {
    return { error };
  }
}

function requestOf(req: Request, signal: AbortSignal): Omit<CustomerRequest, 'user' | 'reader' | 'service'> {
  return {
    signal,
    params: parseFields(req.params),
    query: parseFields(req.query),
    fields: {},
    files: [],
    uploadError: undefined,
    lostFiles: undefined,
    restored: false,
    knownVersion: findKnownVersion(req),
  };
}

async function readForm(
  takesFiles: boolean,
  req: Request,
  spool: Spool,
  findOwner: () => string | undefined,
): Promise<Upload> {
  if (!takesFiles || !req.is('multipart/form-data')) return withoutFiles(req.body);
  const upload = await parseMultipart(req, {
    limits: UPLOAD_LIMITS,
    spool,
    findOwner(fields) {
      req.body = fields;
      return findOwner();
    },
  });
  req.body = upload.fields;
  return upload;
}

function withoutFiles(fields: Upload['fields']): Upload {
  return {
    fields,
    files: [],
    names: [],
    error: undefined,
    fault: undefined,
    remove: async () => undefined,
  };
}

function passes(limit: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    Promise.resolve(limit(req, res, (error?: unknown) => (error ? reject(error) : resolve()))).catch(reject);
  });
}
