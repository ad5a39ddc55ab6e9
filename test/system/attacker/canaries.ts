import { randomUUID } from 'node:crypto';

/** Texts that stand in one place of one ticket each, so that an answer that holds one tells of that ticket. */
export interface Canaries {
  /** On the ticket's pages, for whoever may see the ticket. */
  readonly shown: readonly string[];
  /** In some field of the ticket, of whatever addon: perhaps for whoever may see the ticket. */
  readonly other: readonly string[];
  /** For nobody on the portal: notes, their files and writers, what is to be done, secrets. */
  readonly hidden: readonly string[];
}

/** What all canaries of a kind have in common, and nothing else. */
export type Stems = Readonly<Record<keyof Canaries, string>>;

/** A new text with each call, that begins with what it is; none is part of another. */
export type Mark = (kind: keyof Canaries, what: string) => string;

export function createMarks() {
  const unique = randomUUID().slice(0, 6);
  const canaries: Record<keyof Canaries, string[]> = { shown: [], other: [], hidden: [] };
  const stems: Stems = { shown: `${unique}s`, other: `${unique}o`, hidden: `${unique}h` };
  let count = 0;
  const mark: Mark = (kind, what) => {
    count += 1;
    const text = `${what}${stems[kind]}${count}z`;
    canaries[kind].push(text);
    return text;
  };
  return { mark, stems, canaries };
}
