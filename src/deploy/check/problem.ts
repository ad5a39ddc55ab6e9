export interface Problem {
  readonly address: string;
  readonly message: string;
}
