import { decode } from '../../support/visitor.ts';

/** A form as a page has it; what its fields hold is what a browser would send, or something typed where that is nothing. */
export interface FoundForm {
  readonly method: 'get' | 'post';
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Where a person types words. */
  readonly typed: readonly string[];
  /** Where a person chooses, with all that is offered. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly takesFiles: boolean;
}

/** Whatever on a page looks like an address: links, targets of forms, what scripts are told, what is there to be copied. */
export function addressesOn(html: string): readonly string[] {
  return [...html.matchAll(/\s[\w-]+="((?:https?:\/)?\/[^"\s]*)"/g)].map(([, address = '']) =>
    decode(address),
  );
}

export function formsOn(html: string, path: string): readonly FoundForm[] {
  return html
    .split(/<form\b/)
    .slice(1)
    .flatMap((part) => {
      const text = part.split('</form>')[0] ?? '';
      const form = parseForm(text, path);
      const others = [...text.matchAll(/\sformaction="([^"]*)"/g)];
      return [form, ...others.map(([, action = '']) => ({ ...form, action: decode(action) }))];
    });
}

function parseForm(form: string, path: string): FoundForm {
  const opening = attributesOf(/^[^>]*/.exec(form)?.[0] ?? '');
  const method = opening.method?.toLowerCase() === 'post' ? 'post' : 'get';
  const fields: Record<string, string> = {};
  const typed: string[] = [];
  const choices: Record<string, string[]> = {};
  let takesFiles = false;
  const hasPlainButton = /<button(?![^>]*\sname=)[^>]*\stype="submit"/.test(form);
  for (const [, tag = '', rest = ''] of form.matchAll(/<(input|button|textarea)\b([^>]*)/g)) {
    const { name, type = tag === 'input' ? 'text' : tag, value = '' } = attributesOf(rest);
    if (type === 'file') takesFiles = true;
    else if (name !== undefined && TYPED.includes(type)) {
      typed.push(name);
      fields[name] = value || `Typed into ${name}`;
    } else if (name !== undefined) {
      if (CHOSEN.includes(type)) choices[name] = [...(choices[name] ?? []), value];
      // A browser says which button was pressed: one without a name, where there is one.
      if (type === 'submit' && hasPlainButton) continue;
      // Whoever looks for something leaves a day empty: it would find nothing.
      fields[name] = value || (method === 'post' ? (SAMPLES[type] ?? '') : '');
    }
  }
  for (const [, opened = '', options = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const { name = '' } = attributesOf(opened);
    const values = [...options.matchAll(/<option\b([^>]*)>/g)].map(
      ([, option = '']) => attributesOf(option).value ?? '',
    );
    choices[name] = values;
    fields[name] = values.find((value) => value !== '') ?? '';
  }
  return {
    method,
    action: opening.action ?? path,
    fields,
    typed,
    choices,
    takesFiles,
  };
}

const TYPED = ['text', 'search', 'textarea', 'email', 'tel', 'url', 'password'];
const CHOSEN = ['radio', 'checkbox', 'submit', 'button'];
const SAMPLES: Readonly<Record<string, string>> = { date: '2026-07-01', number: '1', time: '10:00' };

function attributesOf(opening: string): Readonly<Record<string, string>> {
  const found = opening.matchAll(/\s([\w-]+)="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, decode(value)]));
}
