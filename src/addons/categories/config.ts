import { z } from 'zod';
import {
  ConfigId,
  defineConfig,
  defineRecord,
  namedEntries,
  type RecordDeclaration,
  referenceTo,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { ticketFields } from '../tickets/slots/ticket-field.ts';
import { categoryField } from './category-field.ts';
import { Category } from './models.ts';

const Item = z.strictObject({
  name: Text.describe('What technicians and customers read'),
  team: referenceTo('teams.teams')
    .optional()
    .describe('Who gets its tickets that have no team, by its name under teams'),
  public: z.boolean().default(true).describe('Customers may choose it on the form for a new ticket'),
});
type Item = z.infer<typeof Item>;

/** The categories an organisation begins with: its own once they are handed out. */
export const categoriesConfig = defineConfig({
  key: 'categories',
  schema: z
    .strictObject({
      on_form: z
        .boolean()
        .default(false)
        .describe('Whether the form for a new ticket asks customers for a category'),
      categories: namedEntries(
        ConfigId,
        Item.extend({
          items: namedEntries(ConfigId, Item).describe(
            'What belongs to it; customers choose among these, and not the group itself',
          ),
        }),
      ).describe('What tickets are about'),
    })
    .describe('Categories that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ categories }) =>
    Object.entries(categories).flatMap(([name, { items, ...group }], position) => [
      toRecord(name, group, position),
      ...Object.entries(items).map(([item, values], at) =>
        toRecord(`${name}__${item}`, { team: group.team, ...values }, at, name),
      ),
    ]),
  contributes: ({ on_form }) => [ticketFields.with(categoryField({ onForm: on_form }))],
});

function toRecord(name: string, item: Item, position: number, group?: string): RecordDeclaration {
  return defineRecord(Category, {
    id: `category__${name}`,
    values: {
      x_name: sourceText(item.name),
      x_sequence: (position + 1) * 10,
      x_is_public: item.public,
      ...(group === undefined ? {} : { x_parent_id: { ref: `category__${group}` } }),
      ...(item.team === undefined ? {} : { x_team_id: { ref: `team__${item.team}` } }),
    },
    translations: { x_name: translationsOf(item.name) },
  });
}
