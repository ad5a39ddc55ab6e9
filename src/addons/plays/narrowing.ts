import { type AddonDeclaration, defineView, extendModel, field } from '../../schema/index.ts';
import { Play } from './models.ts';

const afterState = (id: string, what: string) =>
  defineView({
    id,
    model: Play.name,
    type: 'form',
    inherits: 'play_form',
    arch: `<xpath expr="//field[@name='x_to_state']" position="after">${what}</xpath>`,
  });

export const StagedPlay = extendModel(Play, {
  fields: { x_to_stage_id: field.many2one('Stage', 'x_support.stage', { onDelete: 'restrict' }) },
});
export const CategoryPlay = extendModel(StagedPlay, {
  fields: { x_to_category_id: field.many2one('Category', 'x_support.category', { onDelete: 'restrict' }) },
});

/** Where the addon stages is on: a play puts tickets into a stage, in place of a status. */
export const withStages: AddonDeclaration = {
  name: 'plays',
  models: [StagedPlay],
  views: [
    defineView({
      id: 'play_form_stage',
      model: Play.name,
      type: 'form',
      inherits: 'play_form',
      arch: `
<data>
  <xpath expr="//field[@name='x_to_state']" position="after">
    <field name="x_to_stage_id" placeholder="Stays as it is" options="{'no_create': True}"/>
  </xpath>
  <xpath expr="//field[@name='x_to_state']" position="attributes">
    <attribute name="invisible">1</attribute>
  </xpath>
</data>`,
    }),
  ],
};

/** Where the addon categories is on. */
export const withCategories: AddonDeclaration = {
  name: 'plays',
  models: [
    extendModel(Play, {
      fields: {
        x_to_category_id: field.many2one('Category', 'x_support.category', { onDelete: 'restrict' }),
      },
    }),
  ],
  views: [
    afterState(
      'play_form_category',
      '<field name="x_to_category_id" placeholder="Stays as it is" options="{\'no_create\': True}"/>',
    ),
  ],
};
