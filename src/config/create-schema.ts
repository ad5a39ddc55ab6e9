import { z } from 'zod';
import type { AddonDeclaration, ConfigPart } from '../schema/index.ts';

/** What must be known of an addon to read what an organisation decided about it. */
export interface ConfigurableAddon {
  readonly declaration: AddonDeclaration;
  readonly config?: ConfigPart;
}

/** What may stand in a file, for all addons together; zod's types end here, each part knows its own. */
export function createSchema(addons: readonly ConfigurableAddon[]): z.ZodObject {
  const names = addons.map(({ declaration }) => declaration.name);
  const parts = addons.flatMap(({ config }) => (config ? [config] : []));
  return z
    .strictObject({
      preset: z
        .string()
        .optional()
        .describe(
          'What this file builds on: the name of a preset (default, school, msp), or the path of another file. What stands here is laid over it',
        ),
      addons: z
        .strictObject(Object.fromEntries(names.map((name) => [name, z.boolean().default(true)])))
        .prefault({})
        .describe('Which addons are on: true or false for each'),
      ...Object.fromEntries(parts.map(({ key, schema }) => [key, schema.prefault({})])),
    })
    .describe('What an organisation decides about its help desk');
}

/** The same as data, for looking things up; editors understand `draft-7` best. */
export function createJsonSchema(schema: z.ZodObject, target: 'draft-7' | 'draft-2020-12' = 'draft-2020-12') {
  return z.toJSONSchema(schema, { io: 'input', target, unrepresentable: 'any' });
}

export type JsonSchema = z.core.JSONSchema.BaseSchema;
