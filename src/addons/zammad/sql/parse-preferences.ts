import { parse } from 'yaml';
import { z } from 'zod';

const Preferences = z.record(z.string(), z.unknown()).catch({});

/**
 * Zammad keeps `preferences` as YAML. Rows of an old Rails bear tags of Ruby's classes, some rows were cut off;
 * what cannot be read is empty, as in Zammad itself.
 */
export function parsePreferences(yaml: string | null | undefined): Readonly<Record<string, unknown>> {
  if (!yaml) return {};
  try {
    return Preferences.parse(parse(yaml.replace(/!ruby\/\S+/g, ''), { logLevel: 'error' }));
  } catch {
    return {};
  }
}
