import { createBoundedCache } from '../../../lib/bounded-cache.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { importRecords } from '../../../sync/import-records.ts';
import type { Refusal } from '../../../sync/source.ts';
import { Tag } from '../../teams/models.ts';
import type { ExternalNames } from '../external-names.ts';

export interface Tags {
  /** Sees to it that Odoo has the tags. Answers what Odoo refused. */
  ensure(names: Iterable<string>): Promise<readonly Refusal[]>;
  /** Odoo's tags of these names, in the order of their ids. */
  idsOf(names: readonly string[]): readonly number[];
}

const REMEMBERED = 5000;

/** Tags are known by their names: of one name there is one tag, whoever made it first. */
export function createTags(odoo: Odoo, names: ExternalNames): Tags {
  const ids = createBoundedCache<string, number>(REMEMBERED);

  return {
    async ensure(tags) {
      const unknown = [...new Set(tags)].filter((tag) => ids.get(tag) === undefined);
      if (unknown.length === 0) return [];
      const found = await odoo
        .model(Tag)
        .searchRead([['x_name', 'in', unknown]], { fields: ['x_name'], order: 'id desc' });
      for (const { id, x_name } of found) ids.set(x_name, id);
      const missing = unknown.filter((tag) => ids.get(tag) === undefined);
      const rows = missing.map((tag) => ({ externalId: names.tag(tag), cells: { x_name: tag } }));
      const written = await importRecords(odoo, Tag, rows);
      for (const tag of missing) {
        const id = written.ids.get(names.tag(tag));
        if (id !== undefined) ids.set(tag, id);
      }
      return written.refused;
    },
    idsOf: (tags) => [...new Set(tags.flatMap((tag) => ids.get(tag) ?? []))].sort((a, b) => a - b),
  };
}
