import type { DemoTicket } from './demo-ticket.ts';

export const germanTickets: readonly DemoTicket[] = [
  {
    title: 'Kranwaage überträgt falsche Gewichte („Halle 2“)',
    customer: 'jonas',
    owner: 'marcus',
    group: 'Field Service',
    state: 'open',
    priority: 'high',
    openedAgo: 22,
    escalatesIn: 3,
    articles: [
      {
        by: 'jonas',
        via: 'email',
        after: 0,
        html: '<p>Guten Tag,</p><p>die Kranwaage in Halle 2 zeigt am Display 4.820 kg, im Frachtbrief stehen aber <b>48.200 kg</b>. Wir haben die Verladung angehalten.</p><p>Mit freundlichen Grüßen<br>Jonas Weber</p>',
      },
      {
        by: 'marcus',
        via: 'phone',
        after: 0.3,
        text: 'Mit Herrn Weber telefoniert: Nach dem Stromausfall steht die Waage auf „US-Format“ (Punkt statt Komma). Er stellt sie gerade um.',
      },
      {
        by: 'jonas',
        via: 'email',
        after: 1,
        html: '<p>Umgestellt, die Werte stimmen wieder. Können Sie verhindern, dass das nach jedem Stromausfall passiert?</p>',
      },
      {
        by: 'marcus',
        via: 'note',
        after: 2,
        internal: true,
        text: 'Pufferbatterie leer (Baujahr 2016). Angebot für den Tausch bei allen drei Waagen schreiben.',
      },
    ],
  },
  {
    title: 'Passwort läuft ab, Anmeldung am Terminal nicht möglich',
    customer: 'jonas',
    owner: 'sofie',
    state: 'closed',
    openedAgo: 265,
    articles: [
      {
        by: 'jonas',
        via: 'web',
        after: 0,
        text: 'Am Hallenterminal lässt sich ein abgelaufenes Passwort nicht ändern: Es gibt dort keine Taste für Sonderzeichen.\n\nDie Spätschicht kann sich deshalb nicht anmelden.',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 0.5,
        html: '<p>Ich habe die Frist für die Terminalkonten um eine Woche verlängert, damit die Spätschicht arbeiten kann. Eine Bildschirmtastatur kommt mit dem nächsten Update.</p>',
      },
      { by: 'jonas', via: 'email', after: 2, html: '<p>Läuft. Danke für die schnelle Hilfe!</p>' },
    ],
  },
  {
    title: 'Gabelstapler-Tablet: Karte zeigt den alten Hafenplan',
    customer: 'jonas',
    state: 'new',
    priority: 'low',
    openedAgo: 12,
    articles: [
      {
        by: 'jonas',
        via: 'web',
        after: 0,
        html: '<p>Auf den Tablets der Stapler fehlen die neuen Stellplätze <em>C17 bis C24</em>. Am PC ist der Plan aktuell.</p>',
      },
    ],
  },
  {
    title: 'Elektronische Signatur für Frachtbriefe',
    customer: 'jonas',
    owner: 'sofie',
    state: 'pending reminder',
    openedAgo: 200,
    pendingFor: 70,
    articles: [
      {
        by: 'jonas',
        via: 'email',
        after: 0,
        html: '<p>Wir möchten Frachtbriefe künftig elektronisch unterschreiben lassen. Welche Signaturkarten unterstützt unser System?</p>',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 18,
        html: '<p>Guten Tag Herr Weber, zwei Anbieter kommen in Frage. Ich lasse beide in unserer Testumgebung prüfen und melde mich mit einer Empfehlung.</p>',
      },
      {
        by: 'jonas',
        via: 'email',
        after: 19,
        html: '<p>Sehr gut. Wichtig ist uns, dass die Fahrer keine eigene Karte brauchen.</p>',
      },
    ],
  },
  {
    title: 'Rechnungs-PDF enthält Fragezeichen statt Umlauten',
    customer: 'jonas',
    owner: 'sofie',
    state: 'closed',
    openedAgo: 530,
    articles: [
      {
        by: 'jonas',
        via: 'email',
        after: 0,
        html: '<p>Aus „Müller &amp; Söhne“ wird in der PDF-Datei „M?ller &amp; S?hne“. Betrifft alle Rechnungen seit Montag.</p>',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 5,
        html: '<p>Nach dem Update fehlte eine Schriftart auf dem Server. Sie ist wieder da; die Rechnungen seit Montag wurden neu erzeugt.</p>',
      },
      { by: 'jonas', via: 'email', after: 7, html: '<p>Geprüft, alles in Ordnung. Vielen Dank.</p>' },
    ],
  },
];
