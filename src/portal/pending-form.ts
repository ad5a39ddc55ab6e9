import { z } from 'zod';
import { CSRF_FIELD } from './csrf.ts';
import type { Label } from './shown.ts';

/** A POST under way: what it takes to show it again when it cannot be carried out. */
export interface PendingForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The names of the files that came with it. A page cannot put them back into a form: only their owner can. */
  readonly lostFiles: string | undefined;
  /** What stands beside the fields that a person typed. */
  readonly labels: Readonly<Record<string, Label>>;
}

/** Says that a form once had files; it is shown again then, not carried out without them. */
export const LOST_FILES_FIELD = 'lost_files';

declare global {
  namespace Express {
    interface Locals {
      form?: PendingForm;
      /** The form comes back after a login: show it, do not carry it out. */
      isRestored?: boolean;
    }
  }
}

const StoredFields = z.record(z.string(), z.string()).catch({});

export function withoutToken(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== CSRF_FIELD));
}

/** Everything that a form must carry to come back as it is. */
export function hiddenFieldsOf({ fields, lostFiles }: PendingForm): Readonly<Record<string, string>> {
  return lostFiles === undefined ? fields : { ...fields, [LOST_FILES_FIELD]: lostFiles };
}

/** For one hidden field of the login page. */
export function renderStoredFields(form: PendingForm | undefined): string {
  return form === undefined ? '' : JSON.stringify(hiddenFieldsOf(form));
}

export function findStoredFields(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (!text) return undefined;
  try {
    return StoredFields.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
