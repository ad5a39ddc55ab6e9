const BEGIN = 'What the help desk serves; rendered by npm run docs.';
const END = 'End of what is rendered.';

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

/** A configuration with what stands between its two marks made anew. */
export function withRendered(file: string, content: string): string {
  const lines = file.split('\n');
  const begin = lines.findIndex((line) => line.includes(BEGIN));
  const end = lines.findIndex((line) => line.includes(END));
  if (begin < 0 || end < begin) throw new Error(`the file has no lines "${BEGIN}" and "${END}"`);
  return [...lines.slice(0, begin + 1), content, ...lines.slice(end)].join('\n');
}
