import { messageProcess } from '../mail/gateway.ts';
import type { Behaviour } from '../model.ts';

export const mailThread: Behaviour = { methods: { message_process: messageProcess } };
