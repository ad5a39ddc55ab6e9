import { readCode } from '../../schema/index.ts';
import { PORTAL_PARAMETER } from '../mail/layout.ts';

const pick_text = readCode(import.meta.url, 'pick-text');
const escape_python = readCode(import.meta.url, 'escape');

/** Python in Odoo imports nothing: each script begins with what it needs. */
export const PICK_TEXT_PYTHON = pick_text;
export const WORDS_PYTHON = readCode(import.meta.url, 'words', {
  escape: escape_python,
  pick_text,
  portal: PORTAL_PARAMETER,
});
export const NAMES_PYTHON = readCode(import.meta.url, 'names');
/** `open_tickets(tickets, play, asked, user)`: behind `WORDS_PYTHON`. */
export const OPEN_PYTHON = readCode(import.meta.url, 'open');
export const WRITE_ALIKE_PYTHON = readCode(import.meta.url, 'write-alike');
export const PLAY_PYTHON = readCode(import.meta.url, 'play', {
  words: WORDS_PYTHON,
  write_alike: WRITE_ALIKE_PYTHON,
});
export const DESCRIBE_PYTHON = readCode(import.meta.url, 'describe', { names: NAMES_PYTHON });
