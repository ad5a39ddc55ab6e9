import type { ZodError } from 'zod';
import { errorMessage } from '../../../lib/errors.ts';
import type { HttpError, HttpResponse } from '../../../lib/http.ts';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';

const BUSY = [429, 502, 503, 504];

/** An answer other than success, as an error that says what to do. `detail` is Zammad's own `error` text. */
export function mapErrorAnswer(response: HttpResponse, detail: string | undefined, url: string): ZammadError {
  const { status } = response;
  const says = detail ? `: ${detail}` : '';
  if (BUSY.includes(status)) {
    return new ZammadError(phrase('zammad.busy', { url, status }), {
      code: 'zammad_busy',
      help: phrase('zammad.wait.help'),
      retryable: true,
    });
  }
  if (detail === undefined) return notZammad(response, url);
  if (status === 401) {
    return new ZammadError(phrase('zammad.wrongToken', { says }), {
      code: 'zammad_wrong_token',
      help: phrase('zammad.wrongToken.help'),
    });
  }
  if (status === 403 && /maintenance/i.test(detail)) {
    return new ZammadError(phrase('zammad.maintenance'), {
      code: 'zammad_maintenance',
      help: phrase('zammad.maintenance.help'),
      retryable: true,
    });
  }
  if (status === 403) {
    return new ZammadError(phrase('zammad.noAccess', { says }), {
      code: 'zammad_no_right',
      help: phrase('zammad.noAccess.help'),
    });
  }
  if (status === 404) {
    return new ZammadError(phrase('zammad.missing', { says }), {
      code: 'zammad_missing',
      help: phrase('zammad.missing.help'),
    });
  }
  if (status < 500) {
    return new ZammadError(phrase('zammad.refused', { status, says }), {
      code: 'zammad_refused',
      help: phrase('zammad.version.help'),
    });
  }
  return new ZammadError(phrase('zammad.serverError', { status, says }), {
    code: 'zammad_server_error',
    help: phrase('zammad.serverError.help'),
    retryable: true,
  });
}

/** HTML, or JSON that no Zammad gives: a login page, a proxy, another product. */
export function notZammad(response: Pick<HttpResponse, 'status'>, url: string): ZammadError {
  return new ZammadError(phrase('zammad.notZammad', { url, status: response.status }), {
    code: 'zammad_not_zammad',
    help: phrase('zammad.notZammad.help'),
  });
}

/** JSON of another shape than Zammad 5.5 to 7.1 give. */
export function mapMismatch(error: ZodError, path: string): ZammadError {
  const [issue] = error.issues;
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  return new ZammadError(phrase('zammad.mismatch', { path, detail: `${where}${issue?.message ?? ''}` }), {
    code: 'zammad_unexpected',
    help: phrase('zammad.mismatch.help'),
    cause: error,
  });
}

export function mapHttpError(error: HttpError): ZammadError {
  return new ZammadError(error.what, {
    code: error.code === 'http_timeout' ? 'zammad_timeout' : 'zammad_unreachable',
    help: error.remedy ?? phrase('zammad.unreachable.help'),
    retryable: true,
    cause: error,
  });
}

/** An answer that broke off in the middle. */
export function cutShort(error: unknown, url: string): ZammadError {
  return new ZammadError(phrase('zammad.cutShort', { url, detail: errorMessage(error) }), {
    code: 'zammad_unreachable',
    help: phrase('zammad.wait.help'),
    retryable: true,
    cause: error,
  });
}

/** A page in place of a file. */
export function notTheFile(url: string): ZammadError {
  return new ZammadError(phrase('zammad.otherType', { url }), {
    code: 'zammad_file_unreadable',
    help: phrase('zammad.otherFile.help'),
  });
}
