import { definePhrases } from '../lib/phrase.ts';
import en from './texts/en.json' with { type: 'json' };

export const phrase = definePhrases(en.service);
