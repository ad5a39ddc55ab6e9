import { readdirSync, readFileSync } from 'node:fs';

/**
 * A record that every fresh database holds. References go by external id, and a long text is a list of its lines.
 * `id` stands where callers know a record by its number.
 */
export interface BaseRecord {
  readonly xmlid: string;
  readonly id?: number;
  readonly [field: string]: string | number | boolean | string[] | undefined;
}

const folder = new URL('records/', import.meta.url);

/** The records by their model, a JSON file each. */
export const baseRecords: ReadonlyMap<string, readonly BaseRecord[]> = new Map(
  readdirSync(folder).map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
  ]),
);
