export interface SequenceDeclaration {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly prefix: string;
  /** Digits, filled with zeros. */
  readonly padding: number;
}

export const defineSequence = (sequence: SequenceDeclaration): SequenceDeclaration => sequence;
