import type { PortalKey } from '../lib/text-key.ts';
import { type PendingForm, renderStoredFields } from './pending-form.ts';
import { type PageReply, page } from './reply.ts';

export interface LoginState {
  readonly redirect: string;
  readonly status?: number;
  readonly login?: string;
  /** The key of what went wrong. */
  readonly error?: PortalKey;
  /** A form that was sent when nobody was logged in any more. */
  readonly form?: PendingForm | undefined;
}

export function loginPage(state: LoginState): PageReply {
  const data = {
    redirect: state.redirect,
    login: state.login ?? '',
    error: state.error,
    storedFields: renderStoredFields(state.form),
    lostFiles: state.form?.lostFiles,
  };
  return page('account/login', data, state.status ?? 200);
}
