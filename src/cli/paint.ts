import { styleText } from 'node:util';
import type { Paint } from '../deploy/render.ts';
import type { Terminal } from '../lib/terminal.ts';

const COLOURS = {
  create: 'green',
  adopt: 'green',
  update: 'yellow',
  replace: 'magenta',
  delete: 'red',
  kept: 'cyan',
} as const;

/** Colours for people only: a file or a pipe gets the bare text, and so does who set NO_COLOR. */
export function createPaint(terminal: Pick<Terminal, 'hasColours'>): Paint {
  if (!terminal.hasColours) return (text) => text;
  return (text, kind) => styleText(COLOURS[kind], text, { validateStream: false });
}
