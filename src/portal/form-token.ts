import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';

/** For a form's schema: the token it was shown with, which tells two sends of one form from two forms. */
export const FormToken = z.uuid().catch(() => randomUUID());

export function createFormToken(): string {
  return randomUUID();
}

export interface SentForm {
  /** Behind it nobody can use another's token. */
  readonly partnerId: number;
  readonly token: string;
  /** What was typed: whoever goes back in the browser and writes something else sends another form. */
  readonly text: string;
}

/** The same for every send of one form, and for no other: it may be part of an external id. */
export function formKey({ partnerId, token, text }: SentForm): string {
  const digest = createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex');
  return `${partnerId}-${token}-${digest.slice(0, 16)}`;
}
