import { createHmac } from 'node:crypto';

interface HandedOut {
  readonly cookieSecret: string;
  readonly ticketId: number;
  readonly secret: string;
}

/** The path of a link as every version since 162a779 has mailed it, made by hand: such links must go on opening. */
export function linkHandedOut({ cookieSecret, ticketId, secret }: HandedOut): string {
  const expires = (Date.now() + 86_400_000).toString(36);
  const key = createHmac('sha256', cookieSecret).update('supportdesk ticket link').digest('hex');
  const signature = createHmac('sha256', key).update(`${ticketId}.${expires}.${secret}`).digest('base64url');
  return `/supportdesk/ticket/${ticketId}/${expires}.${secret}.${signature}`;
}
