import { grantSettings } from '../tickets/grant-access.ts';
import { Department, Project } from './models.ts';

export const access = [
  ...grantSettings('department', Department.name),
  ...grantSettings('project', Project.name),
];
