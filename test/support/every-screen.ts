import { defineView, type ViewDeclaration } from '../../src/schema/index.ts';

/** A view of every type that shows a model. */
export function everyScreen(model: string, is: <T>(first: T, second: T) => T): readonly ViewDeclaration[] {
  return Object.entries(screens(is)).map(([type, arch]) =>
    defineView({
      id: `every_${type}`,
      model,
      type: type as keyof ReturnType<typeof screens>,
      arch,
      groups: type === 'pivot' ? ['group_every'] : [],
    }),
  );
}

function screens(is: <T>(first: T, second: T) => T) {
  const title = is('Every thing', 'Each thing');
  return {
    list: `<list string="${title}"><field name="x_name"/></list>`,
    form: `<form string="${title}"><sheet><field name="x_char"/><field name="x_image" widget="image"/></sheet><chatter/></form>`,
    kanban: `<kanban string="${title}"><templates><t t-name="card"><field name="x_name"/></t></templates></kanban>`,
    search: `<search string="${title}"><field name="x_char"/></search>`,
    calendar: `<calendar string="${title}" date_start="x_datetime"><field name="x_name"/></calendar>`,
    graph: `<graph string="${title}"><field name="x_state"/></graph>`,
    pivot: `<pivot string="${title}"><field name="x_state" type="row"/></pivot>`,
    activity: `<activity string="${title}"><templates><div t-name="activity-box"><field name="x_name"/></div></templates></activity>`,
  } as const;
}
