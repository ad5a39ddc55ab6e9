import type { Engine } from '../model.ts';
import type { Row } from '../values.ts';

/**
 * A browser that logs in tells its time zone by a cookie. It becomes the user's where they have none, and in any case
 * at their first login.
 */
export function createZoneAdopter(engine: Engine): (user: Row, cookieHeader: string | undefined) => void {
  const seen = new Set<number>();
  return (user, cookieHeader) => {
    const partners = engine.store.table('res.partner');
    const partner = partners.get(Number(user.get('partner_id')));
    const zone = /(?:^|;\s*)tz=([^;]*)/.exec(cookieHeader ?? '')?.[1];
    const known = engine.findModel('res.partner')?.fields.get('tz')?.selection ?? [];
    const isKnown = known.some(([name]) => name === zone);
    if (partner && zone && isKnown && (!partner.get('tz') || !seen.has(user.id)))
      partners.set(partner, 'tz', zone);
    seen.add(user.id);
  };
}
