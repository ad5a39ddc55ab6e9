import { sourceText, type Text, type Translations, translationsOf } from '../../../schema/index.ts';
import { Ticket } from '../models.ts';
import type { OwnFields } from './own-field.ts';

/** The texts in other languages, each told by where it stands: one word may mean two things. */
export function translateOwnFields(fields: OwnFields): Translations {
  const translations: Record<string, Record<string, string>> = {};
  const add = (place: string, text: Text) => {
    for (const [language, translated] of Object.entries(translationsOf(text))) {
      translations[language] = {
        ...translations[language],
        [`${Ticket.name}.${place}|${sourceText(text)}`]: translated,
      };
    }
  };
  for (const [name, field] of Object.entries(fields)) {
    add(name, field.label);
    if (field.help !== undefined) add(name, field.help);
    if (field.type !== 'selection') continue;
    for (const [value, text] of Object.entries(field.values)) add(`${name} › ${value}`, text);
  }
  return translations;
}
