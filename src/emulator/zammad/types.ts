// The rows of an emulated Zammad, named as its REST API names them. Only columns that carry information here are
// kept; the serializers fill in the rest of what a real answer holds.

export type ZammadVersion = '5.5' | '6.4' | '7.1';

export interface ZammadData {
  readonly organizations: ZammadOrganization[];
  readonly users: ZammadUser[];
  readonly groups: readonly ZammadGroup[];
  readonly states: readonly ZammadState[];
  readonly priorities: readonly ZammadPriority[];
  readonly tickets: ZammadTicket[];
  readonly articles: ZammadArticle[];
}

export interface ZammadOrganization {
  readonly id: number;
  name: string;
  domain: string;
  note: string;
  active: boolean;
  readonly created_at: string;
  updated_at: string;
}

export interface ZammadUser {
  readonly id: number;
  login: string;
  firstname: string;
  lastname: string;
  /** An empty string where there is none, never null. */
  email: string;
  phone: string;
  mobile: string;
  organization_id: number | null;
  active: boolean;
  readonly roles: readonly ('Admin' | 'Agent' | 'Customer')[];
  readonly created_at: string;
  updated_at: string;
}

export interface ZammadGroup {
  readonly id: number;
  readonly name: string;
}

export interface ZammadState {
  readonly id: number;
  readonly name: string;
  readonly state_type_id: number;
  readonly state_type: string;
  readonly active: boolean;
}

export interface ZammadPriority {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
}

export interface ZammadTicket {
  readonly id: number;
  readonly number: string;
  title: string;
  group_id: number;
  priority_id: number;
  state_id: number;
  organization_id: number | null;
  /** 1 means nobody. */
  owner_id: number;
  customer_id: number;
  close_at: string | null;
  escalation_at: string | null;
  pending_time: string | null;
  created_by_id: number;
  updated_by_id: number;
  readonly created_at: string;
  updated_at: string;
}

export interface ZammadArticle {
  readonly id: number;
  /** Moves when the ticket is merged into another. */
  ticket_id: number;
  readonly type_id: number;
  readonly sender_id: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly content_type: 'text/plain' | 'text/html';
  readonly body: string;
  internal: boolean;
  readonly created_by_id: number;
  updated_by_id: number;
  /** The customer, where an agent wrote down what a customer said. */
  readonly origin_by_id: number | null;
  readonly created_at: string;
  updated_at: string;
}
