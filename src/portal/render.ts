import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { visibleText } from '../lib/visible-text.ts';
import type { Frame } from './frame.ts';
import { avatarTone } from './helpers/avatar-tone.ts';
import { clockTime } from './helpers/clock-time.ts';
import { dateTime } from './helpers/date-time.ts';
import { fileSize } from './helpers/file-size.ts';
import { formatNumber } from './helpers/format-number.ts';
import { initials } from './helpers/initials.ts';
import { isEqual } from './helpers/is-equal.ts';
import { isoDate } from './helpers/iso-date.ts';
import { monthName } from './helpers/month-name.ts';
import { relativeTime } from './helpers/relative-time.ts';
import { shortDate } from './helpers/short-date.ts';
import { show } from './helpers/show.ts';
import { timeSpan } from './helpers/time-span.ts';
import { translate } from './helpers/translate.ts';
import { zoneName } from './helpers/zone-name.ts';
import { inlinePartials } from './inline-partials.ts';

export type Render = (view: string, data: object, frame: Frame) => string;

const HELPERS = {
  t: translate,
  avatarTone,
  clockTime,
  dateTime,
  fileSize,
  formatNumber,
  initials,
  isEqual,
  isoDate,
  monthName,
  relativeTime,
  shortDate,
  show,
  timeSpan,
  zoneName,
};

/** The path of every `.hbs` file below the folder, without its ending. */
export function listTemplates(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'));
}

/**
 * Every `.hbs` file below the folder, parsed now, so that a broken template stops the start and not a customer.
 * Each is a partial for the others, too, by its path without the ending. A name that the data lacks is an error. Nothing
 * that a reader does not see reaches a page, whoever wrote it.
 */
export function createRenderer(folder: string): Render {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(HELPERS);
  const knownHelpers = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true]));
  const sources = new Map(
    listTemplates(folder).map((name) => [
      name,
      handlebars.parse(readFileSync(join(folder, `${name}.hbs`), 'utf8'), { srcName: `${name}.hbs` }),
    ]),
  );
  const templates = new Map<string, HandlebarsTemplateDelegate>();
  for (const [name, source] of sources) {
    const program = inlinePartials(source, (partial) => sources.get(partial));
    const template = handlebars.compile(program, {
      strict: true,
      knownHelpers,
      knownHelpersOnly: true,
      // Else a partial's indentation enters what stands between <textarea> and </textarea>.
      preventIndent: true,
    });
    templates.set(name, template);
    handlebars.registerPartial(name, template);
  }
  return (view, data, frame) => {
    const template = templates.get(view);
    if (!template) throw new Error(`no template "${view}"`);
    return visibleText(template(data, { data: { frame } }));
  };
}
