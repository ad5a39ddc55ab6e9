import type { ZammadPreferences } from '../types.ts';

/** As Rails writes a flat hash in YAML; rows of an old Rails bear Ruby's tag, broken ones end in the middle. */
export function renderPreferences(preferences: ZammadPreferences | undefined): string {
  const entries = Object.entries(preferences?.values ?? {});
  if (preferences?.style === 'broken') return '---\nContent-Type: "image/png\n\t- [broken: {';
  const tag = preferences?.style === 'ruby' ? ' !ruby/hash:ActiveSupport::HashWithIndifferentAccess' : '';
  if (entries.length === 0) return `---${tag} {}\n`;
  // JSON is YAML too, and quotes what must be quoted.
  const lines = entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---${tag}\n${lines.join('')}`;
}
