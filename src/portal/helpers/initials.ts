import { cutText } from '../../lib/cut-text.ts';
import { personName } from '../person-name.ts';

/** `{{initials "Acme Ltd, Ann Archer"}}` → AA: the person's first and last word, for an avatar. */
export function initials(name: string): string {
  const words = personName(name).match(/[\p{L}\p{N}]\S*/gu) ?? [];
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => cutText(word ?? '?', 1).toUpperCase()).join('');
}
