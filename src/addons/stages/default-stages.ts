import type { TicketState } from '../tickets/life.ts';

/** One stage a status, for whoever decides nothing; config/default.yaml says the same. */
export const DEFAULT_STAGES = {
  new: {
    name: { en: 'New', nl: 'Nieuw', es: 'Nuevo', fr: 'Nouveau', th: 'ใหม่' },
    meaning: 'new',
  },
  in_progress: {
    name: {
      en: 'In Progress',
      nl: 'In behandeling',
      es: 'En proceso',
      fr: 'En cours',
      th: 'กำลังดำเนินการ',
    },
    meaning: 'in_progress',
  },
  waiting: {
    name: { en: 'Waiting', nl: 'Wachtend', es: 'En espera', fr: 'En attente', th: 'รอดำเนินการ' },
    meaning: 'waiting',
  },
  done: {
    name: { en: 'Done', nl: 'Gereed', es: 'Hecho', fr: 'Terminé', th: 'เสร็จสิ้น' },
    meaning: 'done',
  },
} as const satisfies Readonly<Record<TicketState, object>>;
