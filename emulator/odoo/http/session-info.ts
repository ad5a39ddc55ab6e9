import { hasGroup, isInternalUser } from '../access/user-groups.ts';
import { findRow, getUserRow } from '../env.ts';
import type { Engine, Env } from '../model.ts';
import { getNameById } from '../orm/display-name.ts';
import { version } from './version.ts';

/** What `/web/session/authenticate` and `/web/session/get_session_info` tell of a user, less the web client's own. */
export function sessionInfo(engine: Engine, uid: number) {
  const env: Env = { engine, uid, su: false, context: {} };
  const user = getUserRow(env);
  const partner = findRow(env, 'res.partner', user.get('partner_id'));
  const internal = isInternalUser(env);
  const { server_version, server_version_info } = version;
  return {
    uid,
    is_system: hasGroup(env, 'base.group_system'),
    is_admin: hasGroup(env, 'base.group_erp_manager'),
    is_public: hasGroup(env, 'base.group_public'),
    is_internal_user: internal,
    user_context: { lang: partner?.get('lang') || 'en_US', tz: partner?.get('tz') || false, uid },
    db: engine.database,
    support_url: 'https://www.odoo.com/buy',
    name: partner?.get('name') ?? false,
    username: user.get('login') ?? false,
    partner_display_name: getNameById(env, 'res.partner', partner?.id),
    partner_id: partner?.id ?? false,
    ...(internal && { server_version, server_version_info }),
  };
}
