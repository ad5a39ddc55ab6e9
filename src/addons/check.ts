/** One line of doctor's report. `run` answers what was found; where something is wrong, its error says what to do. */
export interface Check {
  readonly label: string;
  run(): Promise<Finding>;
}

/** What was found; with advice where it works but could be better. */
export interface Finding {
  readonly text: string;
  readonly advice?: string;
}
