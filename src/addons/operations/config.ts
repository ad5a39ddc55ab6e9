import { z } from 'zod';
import { defineConfig, defineParameter } from '../../schema/index.ts';
import { PARENT_PARAMETER } from './automations.ts';

/** What an organisation decides about tickets that belong together. */
export const operationsConfig = defineConfig({
  key: 'operations',
  schema: z
    .strictObject({
      parent_waits: z
        .boolean()
        .default(false)
        .describe(
          'Whether a ticket stays open as long as one of its parts is open: the desk cannot close it, nor does it close by itself; its customer can',
        ),
    })
    .describe('Merging, splitting and linking of tickets'),
  declares: ({ parent_waits }) => [
    {
      name: 'operations',
      parameters: [
        defineParameter({
          id: 'parameter_parent_waits',
          key: PARENT_PARAMETER,
          value: parent_waits ? '1' : '0',
          sync: true,
        }),
      ],
    },
  ],
});
