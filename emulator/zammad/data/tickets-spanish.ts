import type { DemoTicket } from './demo-ticket.ts';

export const spanishTickets: readonly DemoTicket[] = [
  {
    title: 'El lector de matrículas no abre la barrera',
    customer: 'lucia',
    owner: 'marcus',
    group: 'Field Service',
    state: 'open',
    priority: 'high',
    openedAgo: 31,
    escalatesIn: -1,
    articles: [
      {
        by: 'lucia',
        via: 'email',
        after: 0,
        html: '<p>Buenos días:</p><p>desde las seis de la mañana la barrera de la puerta 3 no se abre con el lector. Los camiones esperan en la calle y la policía ya ha preguntado. De momento la abrimos a mano.</p><p>Un saludo,<br>Lucía Fernández</p>',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 0.5,
        html: '<p>Hola, Lucía: veo que la cámara responde, pero el servidor de matrículas no. Lo estoy reiniciando; tardará unos diez minutos.</p>',
      },
      {
        by: 'lucia',
        via: 'email',
        after: 1.2,
        html: '<p>Ahora abre, pero tarda casi un minuto por camión.</p>',
      },
      {
        by: 'marcus',
        via: 'note',
        after: 2,
        internal: true,
        text: 'El disco del servidor está al 98 %. Hay fotos desde 2021 que nadie borra. Preguntar a Bob cuánto tiempo hay que guardarlas.',
      },
    ],
  },
  {
    title: 'Acceso al portal de aduanas para Diego',
    customer: 'lucia',
    state: 'new',
    openedAgo: 5,
    escalatesIn: 43,
    articles: [
      {
        by: 'lucia',
        via: 'web',
        after: 0,
        text: 'Diego Ramos empieza el lunes en el turno de tarde.\nNecesita acceso al portal de aduanas (solo lectura) y a la carpeta «Salidas».',
      },
    ],
  },
  {
    title: 'La hoja de ruta se imprime cortada por la derecha',
    customer: 'lucia',
    owner: 'sofie',
    state: 'pending close',
    openedAgo: 144,
    pendingFor: 10,
    articles: [
      {
        by: 'lucia',
        via: 'email',
        after: 0,
        html: '<p>La columna «Observaciones» no sale entera en papel. En la pantalla se ve bien.</p>',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 7,
        html: '<p>La impresora nueva usa otro margen. He cambiado la plantilla a horizontal, ¿puede probar con una ruta de mañana?</p>',
      },
      { by: 'lucia', via: 'email', after: 22, html: '<p>Perfecto, ahora se lee todo. ¡Muchas gracias!</p>' },
    ],
  },
  {
    title: 'No recibo las alertas de temperatura del contenedor',
    customer: 'lucia',
    owner: 'marcus',
    state: 'open',
    openedAgo: 60,
    escalatesIn: 6,
    articles: [
      {
        by: 'lucia',
        via: 'email',
        after: 0,
        html: '<p>El viernes un contenedor refrigerado estuvo dos horas a 9 °C y no recibí ningún aviso. Mis compañeros sí.</p>',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 5,
        html: '<p>Su dirección se había quitado de la lista al cambiar de departamento. Ya está de nuevo. ¿Le envío un aviso de prueba esta tarde?</p>',
      },
      { by: 'lucia', via: 'email', after: 8, html: '<p>Sí, por favor, después de las cuatro.</p>' },
    ],
  },
  {
    title: 'Cambio de teclado en recepción',
    customer: 'lucia',
    owner: 'sofie',
    state: 'closed',
    priority: 'low',
    openedAgo: 460,
    articles: [
      {
        by: 'lucia',
        via: 'web',
        after: 0,
        text: 'La tecla «ñ» del teclado de recepción se ha roto. ¿Podemos tener otro?',
      },
      { by: 'sofie', via: 'email', after: 3, text: 'Sale hoy por mensajería; llega mañana por la mañana.' },
      { by: 'lucia', via: 'email', after: 26, text: 'Recibido y funcionando. Gracias, Sofie.' },
    ],
  },
  {
    title: 'Informe mensual: faltan los envíos del día 31',
    customer: 'lucia',
    owner: 'sofie',
    state: 'closed',
    openedAgo: 560,
    articles: [
      {
        by: 'lucia',
        via: 'email',
        after: 0,
        html: '<p>El informe termina el día 30. Los envíos del 31 aparecen en el mes siguiente, y el cliente reclama.</p>',
      },
      {
        by: 'sofie',
        via: 'note',
        after: 12,
        internal: true,
        text: 'El filtro corta a medianoche UTC; en verano se pierden dos horas.',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 30,
        html: '<p>Era un error de zona horaria en el filtro. He corregido el informe y se lo he vuelto a enviar con el día 31 completo.</p>',
      },
    ],
  },
];
