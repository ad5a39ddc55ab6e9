import { createHmac } from 'node:crypto';

/** One secret in the settings, one key per use: a signature made for one is worth nothing for another. */
export function deriveKey(secret: string, use: string): string {
  return createHmac('sha256', secret).update(`supportdesk ${use}`).digest('hex');
}
