export interface AutomationDeclaration {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  readonly trigger: 'on_create_or_write';
  /** Only records that fit this domain after the change; Python expression. */
  readonly filter?: string;
  /** Python that runs inside the same transaction, with `records` and `env`. */
  readonly code: string;
}

export const defineAutomation = (automation: AutomationDeclaration): AutomationDeclaration => automation;
