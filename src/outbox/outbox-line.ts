export interface NewOutboxLine {
  readonly kind: string;
  /** The same for every attempt to write it, and nothing else's: letters, digits, `_` and `-`. */
  readonly key: string;
  /** What administrators read. */
  readonly name: string;
  readonly payload: object;
}

/** A line as `_load_records` takes it in the code of a server action, which adds the record that it is about. */
export interface OutboxRecord {
  readonly xml_id: string;
  readonly values: {
    readonly x_kind: string;
    readonly x_key: string;
    readonly x_name: string;
    readonly x_payload: string;
  };
}

/** By external id, so that a change which is written twice leaves one line. */
export function mapOutboxLine({ kind, key, name, payload }: NewOutboxLine): OutboxRecord {
  return {
    xml_id: `__supportdesk_outbox__.${key}`,
    values: { x_kind: kind, x_key: key, x_name: name, x_payload: JSON.stringify(payload) },
  };
}

/** The record that a line is about, as `model,id`. */
export function parseRecord(
  text: string | false,
): { readonly model: string; readonly id: number } | undefined {
  const [, model, id] = /^([\w.]+),(\d+)$/.exec(text || '') ?? [];
  return model === undefined ? undefined : { model, id: Number(id) };
}
