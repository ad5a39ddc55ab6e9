import type { z } from 'zod';
import type { JsonSchema } from '../../src/config/create-schema.ts';
import { listKeys } from './list-keys.ts';
import { renderSettings } from './render-settings.ts';
import { renderTable } from './render-table.ts';

/** The page docs/configuration.md: settings, then the organisation's YAML. */
export const renderConfiguration = (
  settings: z.ZodObject,
  schema: JsonSchema,
): string => `${renderSettings(settings)}
## What the organisation decides

Which addons are on, when tickets are due, teams, tags, and fields of your own on tickets stand in a YAML file. Three come along as
presets in the folder \`config\`:

| preset    | for                                                                                     |
| --------- | --------------------------------------------------------------------------------------- |
| \`default\` | everybody who decides nothing: all addons, tickets due after two days, nothing handed out |
| \`school\`  | schools and universities: room and device number on tickets, an IT desk and caretakers   |
| \`msp\`     | firms that look after other firms’ computers: contract, place of work, service desk      |

\`SUPPORTDESK_CONFIG=school\` takes one as it is. To change something, write a file of your own, say which preset it builds on and
then only what differs, and name the file by its path: \`SUPPORTDESK_CONFIG=/etc/supportdesk/desk.yaml\`.

\`\`\`yaml
# yaml-language-server: $schema=/app/config/schema.json
preset: school
tickets:
  deadline_hours: 24
  fields:
    x_device_number: false                  # not this one
    x_floor:
      type: selection
      label: { en: Floor, nl: Verdieping }  # one text a language, or one for all: label: Floor
      values: { ground: Ground floor, first: First floor }
      odoo: { list: true }
      portal: { form: true, details: true }
teams:
  teams:
    it: { public: false }                   # its name stays the preset’s
    library: { name: { en: Library, nl: Mediatheek }, public: true }
\`\`\`

- What stands in your file is **laid over** the preset: key by key where both have keys, as a whole where it is a list or a single value.
- \`false\` in place of a team, a tag or a field **leaves it out**. An empty value says nothing.
- \`preset\` may also be the path of another file, seen from the one that names it.
- An editor that knows \`config/schema.json\` (the first line of the example tells it where that is) completes keys and underlines mistakes.

\`supportdesk config\` shows what holds, each line with the file and line that says so, and asks no Odoo. Where something is wrong, this and every
other command says all of it at once, ends with 1 and sends nothing to Odoo:

\`\`\`
/etc/supportdesk/desk.yaml:3: ticket: unknown here; did you mean "tickets"?
/etc/supportdesk/desk.yaml:9: tickets.fields.x_floor.type: expected one of char, text, selection, boolean, date, integer, many2one, not “select”; did you mean "selection"?
\`\`\`

\`supportdesk apply\` brings a change of the file to Odoo, like a new version of the help desk, and \`serve\` reads the file when it starts: apply
first, since its pages ask Odoo for the fields that the file names. In the image the file is mounted, for instance to \`/etc/supportdesk\`.

### What changes later, and what does not

| in the file                        | once it is in Odoo                                                                                                         |
| ---------------------------------- | -------------------------------------------------------------------------------------------------------------------------- |
| teams, tags, stages, categories, policies | are yours in Odoo. They are handed out once, in the languages that Odoo has then: one that you rename or delete stays so      |
| the deadline                       | follows the file, unless somebody changed it in Odoo; \`plan\` says so, and \`apply --overwrite\` takes the file’s              |
| a field’s label, help, place       | follow the file in the same way                                                                                            |
| a field that is taken out          | goes with what was written in it, and only with \`apply --allow-destructive\`                                               |
| a field whose type changes         | is made anew, empty, and only with \`apply --allow-destructive\`                                                            |
| a value of a selection taken out   | goes from the tickets that have it, and only with \`apply --allow-destructive\`                                             |
| an addon that is switched off      | takes its views and menus along; its records only with \`apply --allow-destructive\`, and \`apply --keep-data\` leaves them |

A new deadline counts for tickets that are opened from then on. Fields of your own are read and written like any other in Odoo: filters, groups, exports,
imports and automations know them. \`portal\` says what stands on customers’ pages, and is no lock: Odoo lets whoever may read a ticket ask it for any field of
that ticket, so a field is no place for what a customer must not know. Internal notes are.

### Every key

${renderTable([
  ['key', 'meaning', 'default'],
  ...listKeys(schema)
    .filter(({ meaning }) => meaning !== '')
    .map(({ path, meaning, fallback }) => [`\`${path}\``, meaning, fallback] as const),
])}

This page is rendered from \`src/config.ts\` and the addons’ own settings and schemas by \`npm run docs\`.
`;
