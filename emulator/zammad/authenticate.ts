import { ZammadFault } from './errors.ts';

/** Both words are accepted for an access token: `Token token=…` and `Bearer …`. No header at all is a 403. */
export function authenticate(header: string | undefined, token: string): void {
  if (!header) throw new ZammadFault(403, 'Authentication required', true);
  if (header.startsWith('Basic ')) throw new ZammadFault(401, 'Invalid BasicAuth credentials', true);
  const given = /^(?:Token (?:token=)?|Bearer )"?([^"]+)"?$/.exec(header)?.[1];
  if (given !== token) throw new ZammadFault(401, "Can't find User for Token", true);
}

/** A token carries its own list of rights. */
export function authorize(granted: readonly string[], right: string): void {
  if (!granted.includes(right)) throw new ZammadFault(403, 'Not authorized (token)!', true);
}
