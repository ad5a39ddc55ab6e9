import { definePhrases } from '../../lib/phrase.ts';
import en from './texts/en.json' with { type: 'json' };

declare module '../../lib/text-key.ts' {
  interface TextFiles {
    readonly privacy: typeof en;
  }
}

export const phrase = definePhrases(en.service);
