/**
 * Bootstrap's dark colours hang on an attribute that only a script could set by the reader's preference. The same
 * rules under `prefers-color-scheme` need none.
 */
export function mapDarkScheme(css: string): string {
  const rules = css.match(/[^{}]*\[data-bs-theme=dark\][^{}]*\{[^{}]*\}/g) ?? [];
  const dark = rules.map((rule) => rule.replaceAll('[data-bs-theme=dark]', ':root'));
  return `${css}\n@media (prefers-color-scheme:dark){${dark.join('')}}`;
}
