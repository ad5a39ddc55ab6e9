const TONES = 6;

/** `{{avatarTone name}}`: one of six colours, always the same for the same name. */
export function avatarTone(name: string): number {
  return [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % TONES;
}
