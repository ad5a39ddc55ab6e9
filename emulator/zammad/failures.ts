import type { Fault } from '../http/breakable-server.ts';

/** What Zammad answers to a search while its search engine is down: nothing found, and no word of it. */
export const emptyList: Fault = { status: 200, body: '[]', contentType: 'application/json' };

/** The answer breaks off. */
export const truncated: Fault = { status: 200, body: '[{"id": 2, "tit', contentType: 'application/json' };

/** Another product, or a login page, in place of Zammad. */
export const htmlPage: Fault = { status: 200, body: '<!DOCTYPE html><title>Sign in</title>' };
