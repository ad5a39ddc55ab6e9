import type { Parts } from '../compose.ts';
import type { Terminal } from '../terminal.ts';

export async function importCommand(_parts: Parts, _terminal: Terminal, _options: object): Promise<number> {
  return 0;
}
