export const PROXY_MARKS = [
  'What the help desk serves; rendered by npm run docs.',
  'End of what is rendered.',
] as const;

/** Caddy's matcher for the paths that belong to the portal. */
export function renderCaddyPaths(paths: readonly string[]): string {
  return `\t@portal path ${paths.flatMap((path) => [path, `${path}/*`]).join(' ')}`;
}

/** nginx' locations for them; a prefix alone would take its neighbours along. */
export function renderNginxPaths(paths: readonly string[]): string {
  const location = (match: string) =>
    `    location ${match} {\n        proxy_pass http://supportdesk;\n    }`;
  return paths.flatMap((path) => [location(`= ${path}`), location(`^~ ${path}/`)]).join('\n\n');
}
