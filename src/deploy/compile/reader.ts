import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';
import { externalIdOf } from './names.ts';

export const READER = externalIdOf('reader');

/** Where the reader finds what to read: a name in the context of its call. */
export const READS = 'supportdesk_reads';

/**
 * A server action that carries out many reads in one call, and in one transaction: a plan then costs the same few
 * calls however many kinds of declarations and languages there are. It reads with the rights of whoever calls it.
 */
export const compileReader = (context: CompileContext): DesiredRecord => ({
  externalId: READER,
  model: 'ir.actions.server',
  stage: 'server actions',
  address: 'supportdesk › reads of many models at once',
  values: {
    name: 'Support desk: read many models at once',
    model_id: context.modelRef('ir.model.data'),
    usage: 'ir_actions_server',
    binding_model_id: { ref: undefined },
    binding_view_types: 'list,form',
    groups_id: { refs: ['base.group_system'] },
    state: 'code',
    code: `action = [env[read['model']].with_context(read['context']).search_read(read['domain'], read['fields']) for read in env.context.get('${READS}', [])]`,
  },
});
