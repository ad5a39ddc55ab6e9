// The rows of an emulated Zammad, named as its REST API names them. Only columns that carry information here are
// kept; the serializers fill in the rest of what a real answer holds.

export type ZammadVersion = '5.5' | '6.4' | '7.1';

/** Plain data, so that `structuredClone` gives a second Zammad of the same content. */
export interface ZammadData {
  readonly organizations: ZammadOrganization[];
  readonly users: ZammadUser[];
  readonly groups: readonly ZammadGroup[];
  readonly states: readonly ZammadState[];
  readonly priorities: readonly ZammadPriority[];
  readonly tickets: ZammadTicket[];
  /** Without those of the crowd, which are made when asked for. */
  readonly articles: ZammadArticle[];
  readonly links?: ZammadLink[];
  readonly merges?: ZammadMerge[];
  readonly timeAccountings?: ZammadTimeAccounting[];
  /** What an administrator added to tickets: a key in REST, a column in SQL. */
  readonly attributes?: readonly ZammadAttribute[];
  readonly crowd?: Crowd;
}

/** Many tickets, one like the other, whose articles are not kept in memory. */
export interface Crowd {
  readonly firstTicketId: number;
  readonly tickets: number;
  readonly firstArticleId: number;
  readonly articlesPerTicket: number;
  /** A file on every so many-th article; none where it is 0. */
  readonly fileEvery: number;
  readonly fileBytes: number;
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
  /** Further organisations of the user. */
  readonly organization_ids?: readonly number[];
  active: boolean;
  readonly roles: readonly ('Admin' | 'Agent' | 'Customer')[];
  readonly created_at: string;
  updated_at: string;
}

export interface ZammadGroup {
  readonly id: number;
  /** The whole path where groups are nested: `Support::2nd Level`. */
  readonly name: string;
  readonly parent_id?: number | null;
  readonly active?: boolean;
  readonly updated_at?: string;
}

export interface ZammadState {
  readonly id: number;
  readonly name: string;
  readonly state_type_id: number;
  readonly state_type: string;
  readonly active: boolean;
  readonly updated_at?: string;
}

export interface ZammadPriority {
  readonly id: number;
  readonly name: string;
  readonly active: boolean;
  readonly updated_at?: string;
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
  note?: string | null;
  first_response_at?: string | null;
  first_response_escalation_at?: string | null;
  update_escalation_at?: string | null;
  close_escalation_at?: string | null;
  last_contact_at?: string | null;
  last_contact_agent_at?: string | null;
  last_contact_customer_at?: string | null;
  last_close_at?: string | null;
  /** Not part of the ticket in REST. */
  tags?: readonly string[];
  attributes?: Readonly<Record<string, AttributeValue>>;
  preferences?: ZammadPreferences;
  created_by_id: number;
  updated_by_id: number;
  readonly created_at: string;
  updated_at: string;
}

export type AttributeValue = string | number | boolean | readonly string[] | null;

export interface ZammadAttribute {
  readonly name: string;
  readonly display: string;
  readonly type: 'input' | 'select' | 'multiselect' | 'integer' | 'boolean' | 'date' | 'datetime';
  /** Key → label, of a choice. */
  readonly options?: Readonly<Record<string, string>>;
}

/** YAML in the database. Rows of an old Rails bear a tag of Ruby; broken ones REST shows as empty. */
export interface ZammadPreferences {
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly style?: 'ruby' | 'broken';
}

export interface ZammadLink {
  readonly id: number;
  /** As seen from the target: the source is its parent. */
  readonly type: 'normal' | 'parent' | 'child';
  readonly source: number;
  readonly target: number;
}

/** What the history of a merged ticket tells. */
export interface ZammadMerge {
  readonly id: number;
  readonly source: number;
  readonly target: number;
  readonly created_at: string;
}

export interface ZammadTimeAccounting {
  readonly id: number;
  readonly ticket_id: number;
  readonly ticket_article_id: number | null;
  /** A decimal with two places, in whatever unit the administrator has in mind. */
  readonly time_unit: string;
  readonly created_by_id: number;
  readonly created_at: string;
}

/** Text, bytes written in base 64, or so many bytes that follow from a seed. */
export type ZammadContent =
  | { readonly text: string }
  | { readonly base64: string }
  | { readonly seed: number; readonly size: number };

export interface ZammadAttachment {
  readonly id: number;
  /** The same for the same content. */
  readonly store_file_id: number;
  readonly filename: string;
  readonly preferences: ZammadPreferences;
  /** Where Zammad keeps the bytes; `DB` unless told. */
  readonly provider?: 'DB' | 'File' | 'S3';
  readonly content: ZammadContent;
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
  readonly cc?: string | null;
  readonly reply_to?: string | null;
  readonly message_id?: string | null;
  readonly in_reply_to?: string | null;
  readonly content_type: 'text/plain' | 'text/html';
  readonly body: string;
  internal: boolean;
  readonly created_by_id: number;
  updated_by_id: number;
  readonly attachments?: readonly ZammadAttachment[];
  readonly preferences?: ZammadPreferences;
  /** The mail as it came in. */
  readonly plain?: string;
  /** The customer, where an agent wrote down what a customer said. */
  readonly origin_by_id: number | null;
  readonly created_at: string;
  updated_at: string;
}
