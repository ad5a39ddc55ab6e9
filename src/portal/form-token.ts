import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** For a form's schema: the token it was shown with, which tells two sends of one form from two forms. */
export const FormToken = z.uuid().catch(() => randomUUID());

export function createFormToken(): string {
  return randomUUID();
}
