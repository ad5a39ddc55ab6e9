import type { AddonDeclaration } from '../../schema/index.ts';

interface SpeakingCode {
  readonly code: string;
  readonly says?: readonly string[];
}

/**
 * Python in Odoo has no catalogue of ours, so what it says comes along with it, in every language: `say(key, lang, values)`,
 * where `lang` is Odoo's code of the reader's language, such as `env.user.lang`.
 */
export function renderCode({ code, says = [] }: SpeakingCode, { phrases = {} }: AddonDeclaration): string {
  if (says.length === 0) return code;
  const texts = says.map((key) => {
    const spoken = Object.entries(phrases).flatMap(([language, known]) => {
      const text = known[key];
      return text === undefined ? [] : [`${JSON.stringify(language)}: ${JSON.stringify(toPython(text))}`];
    });
    return `${JSON.stringify(key)}: {${spoken.join(', ')}}`;
  });
  return `texts = {${texts.join(', ')}}
say = lambda key, lang, values: (texts[key].get(lang) or texts[key].get((lang or '')[:2]) or texts[key]['en']) % values
${code}`;
}

/** `{{name}}` is `%(name)s`. */
const toPython = (text: string): string => text.replaceAll('%', '%%').replace(/\{\{(\w+)\}\}/g, '%($1)s');
