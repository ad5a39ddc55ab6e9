/**
 * What a ticket can be about, and the members' field that says who knows of it. Where another field of tickets tells, such
 * as a category, it stands here beside its field on {@link TeamMember}.
 */
const SKILLS: Readonly<Record<string, string>> = { x_tag_ids: 'x_skill_ids' };

/** As pairs in Python. */
export const SKILLS_PYTHON = Object.entries(SKILLS)
  .map(([about, known]) => `('${about}', '${known}')`)
  .join(', ');
