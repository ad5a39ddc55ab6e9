/** What can be booked, for whoever decides nothing; config/default.yaml says the same. */
export const DEFAULT_TYPES = {
  visit: {
    name: { en: 'Visit', nl: 'Bezoek', es: 'Visita', fr: 'Visite', th: 'นัดเข้าพบ' },
    description: {
      en: 'A technician comes to you.',
      nl: 'Een technicus komt bij je langs.',
      es: 'Un técnico va a su domicilio o a su empresa.',
      fr: 'Un technicien se déplace chez vous.',
      th: 'ช่างเทคนิคไปพบคุณถึงที่',
    },
    place: 'site',
    minutes: 60,
  },
  online: {
    name: {
      en: 'Online session',
      nl: 'Online sessie',
      es: 'Sesión en línea',
      fr: 'Séance en ligne',
      th: 'นัดออนไลน์',
    },
    description: {
      en: 'You meet a technician online, and can show what is wrong on your screen.',
      nl: 'Je spreekt een technicus online en kunt op je scherm laten zien wat er mis is.',
      es: 'Habla con un técnico en línea y puede mostrarle en su pantalla lo que ocurre.',
      fr: 'Vous retrouvez un technicien en ligne et pouvez lui montrer le problème à l’écran.',
      th: 'คุยกับช่างเทคนิคผ่านระบบออนไลน์ และแสดงปัญหาบนหน้าจอของคุณได้',
    },
    place: 'online',
    minutes: 30,
    notice_hours: 4,
    change_until_hours: 2,
  },
  workshop: {
    name: { en: 'Workshop', nl: 'Werkplaats', es: 'Taller', fr: 'Atelier', th: 'ศูนย์บริการ' },
    description: {
      en: 'You bring the device to our workshop.',
      nl: 'Je brengt het apparaat naar onze werkplaats.',
      es: 'Usted trae el equipo a nuestro taller.',
      fr: 'Vous apportez l’appareil à notre atelier.',
      th: 'คุณนำอุปกรณ์มาที่ศูนย์บริการของเรา',
    },
    place: 'workshop',
    minutes: 30,
  },
} as const;
