import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { RecordedCall } from './recorded-call.ts';
import { Snapshot } from './snapshot.ts';

/** An Odoo to which an earlier version was deployed and in which people worked. */
export interface RecordedState {
  /** Every change that the version's `apply` made to a fresh Odoo. */
  readonly deployed: readonly RecordedCall[];
  /** What people changed in Odoo about what was deployed, and what they added to it. */
  readonly people: readonly RecordedCall[];
  readonly data: Snapshot;
  /** What customers saw on that version's portal. */
  readonly portal: readonly PortalView[];
}

const Page = z.strictObject({
  reference: z.string(),
  /** What a reader sees there, each piece by itself. */
  shows: z.array(z.string()),
  hides: z.array(z.string()),
});

const PortalView = z.strictObject({
  /** The password is the same. */
  login: z.string(),
  /** References of all tickets in the list, the closed ones too. */
  tickets: z.array(z.string()),
  pages: z.array(Page),
});
export type PortalView = z.infer<typeof PortalView>;

const folderOf = (version: string) => new URL(`./${version}/`, import.meta.url);

/** By name of their folders. */
export function listVersions(): readonly string[] {
  return readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export function readState(version: string): RecordedState {
  const read = (file: string): unknown => {
    const url = new URL(file, folderOf(version));
    const bytes = readFileSync(url);
    return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  };
  return {
    deployed: z.array(RecordedCall).parse(read('deployed.json.gz')),
    people: z.array(RecordedCall).parse(read('people.json')),
    data: Snapshot.parse(read('data.json.gz')),
    portal: z.array(PortalView).parse(read('portal.json')),
  };
}

export function writeState(version: string, { deployed, people, data, portal }: RecordedState): void {
  const folder = folderOf(version);
  if (!existsSync(folder)) mkdirSync(folder);
  const write = (file: string, bytes: string | Buffer) => writeFileSync(new URL(file, folder), bytes);
  const packed = (value: unknown) => gzipSync(JSON.stringify(value), { level: 9 });
  const readable = (items: readonly unknown[]) =>
    `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
  write('deployed.json.gz', packed(deployed));
  write('people.json', readable(people));
  write('data.json.gz', packed(data));
  write('portal.json', readable(portal));
}
