/** Where commands speak: results on stdout, progress and errors on stderr. */
export interface Terminal {
  readonly isInteractive: boolean;
  readonly hasColours: boolean;
  print(text: string): void;
  note(text: string): void;
}
