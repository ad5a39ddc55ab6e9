import { createI18n } from '../../src/lib/i18n.ts';
import { readTexts } from '../../src/lib/read-texts.ts';

/** All texts, in all languages. */
export const i18n = createI18n(readTexts());
