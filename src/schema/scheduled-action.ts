/** Python that Odoo's own scheduler runs. */
export interface ScheduledActionDeclaration {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  readonly code: string;
  /** As of any other code. */
  readonly says?: readonly string[];
  readonly every: {
    readonly amount: number;
    readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months';
  };
  /** Whether it starts switched on; afterwards that is the organisation's. */
  readonly active?: boolean;
}

export const defineScheduledAction = (action: ScheduledActionDeclaration): ScheduledActionDeclaration =>
  action;
