/** What stands in a text in double braces, and what its legend calls it in English. */
export const VARIABLES = {
  customer: 'Customer',
  company: 'Customer’s company',
  ticket: 'Reference of the ticket',
  subject: 'Subject of the ticket',
  technician: 'Whoever plays it',
  assignee: 'Who is assigned',
  team: 'Team',
  deadline: 'Deadline',
  opened: 'Day it was opened',
  date: 'Today; of a recurring ticket the day it is for',
  link: 'Address of the ticket on the portal',
} as const;

const NAMES = Object.keys(VARIABLES);

/** Names that a text has in double braces and nobody knows. */
export const findUnknownVariables = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(.*?)\}\}/g)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !NAMES.includes(name.toLowerCase()));

export const KNOWN_PYTHON = NAMES.map((name) => `'${name}'`).join(', ');
export const VARIABLE_TEXTS = NAMES.map((name) => `plays.variable.${name}`);

/** The legend of a form. */
export const renderLegend = (): string =>
  Object.entries(VARIABLES)
    .map(([name, label]) => `<li>{{${name}}} – ${label}</li>`)
    .join('\n');
