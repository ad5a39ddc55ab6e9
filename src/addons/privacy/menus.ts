import { defineAction, defineMenu } from '../../schema/index.ts';
import { PrivacyRequest } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_privacy_requests',
    label: 'Data Protection',
    path: 'support-privacy',
    model: PrivacyRequest.name,
    views: ['list', 'form'],
    search: 'privacy_request_search',
    help: '<p class="o_view_nocontent_smiling_face">Nobody has asked yet</p><p>A customer may ask for what you hold of them, or to be forgotten. Begin here, or on their contact: nothing happens before you confirm it.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_privacy_requests',
    label: 'Data Protection',
    parent: 'menu_operation',
    action: 'action_privacy_requests',
    sequence: 70,
  }),
];
