import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** The hidden field that tells two sends of one form from two forms. */
export const FORM_TOKEN_FIELD = 'form_token';

/** For a form's schema: the token it was shown with, or a new one where there is none. */
export const FormToken = z.uuid().catch(() => randomUUID());

export function createFormToken(): string {
  return randomUUID();
}
