/**
 * What no text may bring along: PostgreSQL refuses NUL and Odoo's cleaner of html cuts a text at half a pair; controls that
 * turn the writing direction make a reader see other words than are there. Marks that languages and emoji need stay.
 */
export function visibleText(text: string): string {
  const shown = HIDDEN.test(text) ? text.replace(HIDDEN_ALL, '') : text;
  return shown.isWellFormed() ? shown : shown.toWellFormed();
}

// Of code units, not of characters: whole pages go through it.
const CONTROLS =
  '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF';
const HIDDEN = new RegExp(`[${CONTROLS}]`);
const HIDDEN_ALL = new RegExp(`[${CONTROLS}]`, 'g');
