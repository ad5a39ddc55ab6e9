/** An answer other than success, in the shape `{ error, error_human }` of Zammad's API. */
export class ZammadFault extends Error {
  readonly status: number;
  readonly isAuthentication: boolean;

  constructor(status: number, message: string, isAuthentication = false) {
    super(message);
    this.status = status;
    this.isAuthentication = isAuthentication;
  }
}

export function notFound(kind: string, id: number | string): ZammadFault {
  return new ZammadFault(404, `Couldn't find ${kind} with 'id'=${id}`);
}

/** What a user who is no administrator sees of an internal error. */
export function internalError(): ZammadFault {
  return new ZammadFault(500, 'Error ID aB3dE_x9: Please contact your administrator.');
}
