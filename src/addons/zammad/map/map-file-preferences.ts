export interface FilePreferences {
  /** As the mail or the browser named it, parameters and all; empty where nobody did. */
  readonly mimeType: string;
  /** Without its angle brackets. */
  readonly contentId: string;
  /** The mail itself, which Zammad keeps as a file and shows to nobody. */
  readonly isOriginal: boolean;
}

/** What Zammad remembers of a file; under which name depends on how it came in. */
export function mapFilePreferences(values: Readonly<Record<string, unknown>>): FilePreferences {
  const type = ['Content-Type', 'Mime-Type', 'content_type', 'mime_type']
    .map((name) => values[name])
    .find((value) => typeof value === 'string' && value !== '');
  const original = values['original-format'];
  return {
    mimeType: typeof type === 'string' ? type.replaceAll('\u0000', '') : '',
    contentId: String(values['Content-ID'] ?? '').replace(/^<|>$/g, ''),
    isOriginal: original === true || original === 'true',
  };
}
