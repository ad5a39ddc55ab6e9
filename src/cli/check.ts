/** One line of doctor's report: `run` answers what was found; where something is wrong, its error says what to do. */
export interface Check {
  readonly label: string;
  run(): Promise<string>;
}
