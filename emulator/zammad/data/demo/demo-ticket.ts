import type { ArticleTypeName } from '../../lookups.ts';

/** A ticket of the demo as a script: who says what, how many hours after the ticket was opened. */
export interface DemoTicket {
  readonly title: string;
  /** People go by their names in people.yaml. */
  readonly customer: string;
  /** Nobody has taken it where there is none. */
  readonly owner?: string;
  readonly group?: 'Service Desk' | 'Field Service';
  readonly state: 'new' | 'open' | 'pending reminder' | 'pending close' | 'closed' | 'merged';
  readonly priority?: 'low' | 'normal' | 'high';
  /** Hours before now. */
  readonly openedAgo: number;
  /** Hours from now at which it escalates; negative: it has. */
  readonly escalatesIn?: number;
  /** Hours from now at which a pending ticket comes back. */
  readonly pendingFor?: number;
  readonly articles: readonly DemoArticle[];
}

export interface DemoArticle {
  readonly by: string;
  readonly via: ArticleTypeName;
  /** Hours after the ticket was opened. */
  readonly after: number;
  readonly internal?: true;
  /** The customer whose words an agent wrote down. */
  readonly saidBy?: string;
  /** Plain text, or … */
  readonly text?: string;
  /** … HTML. */
  readonly html?: string;
}
