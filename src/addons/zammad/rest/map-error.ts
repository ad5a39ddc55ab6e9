import type { ZodError } from 'zod';
import type { HttpError, HttpResponse } from '../../../lib/http.ts';
import { ZammadError } from '../errors.ts';

const BUSY = [429, 502, 503, 504];

/** An answer other than success, as an error that says what to do. `detail` is Zammad's own `error` text. */
export function mapErrorAnswer(response: HttpResponse, detail: string | undefined, url: string): ZammadError {
  const { status } = response;
  const says = detail ? `: ${detail}` : '';
  if (BUSY.includes(status)) {
    return new ZammadError(`${url} answers ${status}: Zammad is too busy, or its proxy does not reach it`, {
      code: 'zammad_busy',
      help: 'Wait a moment; the next run goes on where this one stopped.',
      retryable: true,
    });
  }
  if (detail === undefined) return notZammad(response, url);
  if (status === 401) {
    return new ZammadError(`Zammad does not know the token${says}`, {
      code: 'zammad_wrong_token',
      help: 'Check ZAMMAD_TOKEN. Zammad makes one under Profile › Token Access; tokens can expire.',
    });
  }
  if (status === 403 && /maintenance/i.test(detail)) {
    return new ZammadError('Zammad is in maintenance mode', {
      code: 'zammad_maintenance',
      help: 'Wait until it is over; the next run goes on where this one stopped.',
      retryable: true,
    });
  }
  if (status === 403) {
    return new ZammadError(`Zammad refuses access${says}`, {
      code: 'zammad_no_right',
      help: 'The token needs the right ticket.agent, and its user read access to every group to import.',
    });
  }
  if (status === 404) {
    return new ZammadError(`Zammad has no such record${says}`, {
      code: 'zammad_missing',
      help: 'It was deleted meanwhile, or ZAMMAD_URL leads to something else.',
    });
  }
  if (status < 500) {
    return new ZammadError(`Zammad refuses the request (HTTP ${status})${says}`, {
      code: 'zammad_refused',
      help: 'Zammad 5.5 to 7.1 are known to work; this one may be older or newer.',
    });
  }
  return new ZammadError(`Zammad failed inside (HTTP ${status})${says}`, {
    code: 'zammad_server_error',
    help: 'Zammad’s log has the details; look for the error id.',
    retryable: true,
  });
}

/** HTML, or JSON that no Zammad gives: a login page, a proxy, another product. */
export function notZammad(response: Pick<HttpResponse, 'status'>, url: string): ZammadError {
  return new ZammadError(`${url} does not answer as a Zammad does (HTTP ${response.status})`, {
    code: 'zammad_not_zammad',
    help: 'ZAMMAD_URL must be the address of Zammad itself, without a path: https://desk.example.com',
  });
}

/** JSON of another shape than Zammad 5.5 to 7.1 give. */
export function mapMismatch(error: ZodError, path: string): ZammadError {
  const [issue] = error.issues;
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  return new ZammadError(`Zammad’s answer to ${path} does not fit: ${where}${issue?.message ?? ''}`, {
    code: 'zammad_unexpected',
    help: 'Check that ZAMMAD_URL is a Zammad; 5.5 to 7.1 are known to work.',
    cause: error,
  });
}

export function mapHttpError(error: HttpError): ZammadError {
  return new ZammadError(error.message, {
    code: error.code === 'http_timeout' ? 'zammad_timeout' : 'zammad_unreachable',
    help: error.help ?? 'Check ZAMMAD_URL and that Zammad runs.',
    retryable: true,
    cause: error,
  });
}
