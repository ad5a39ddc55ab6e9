import type { DemoTicket } from './demo-ticket.ts';

export const dutchTickets: readonly DemoTicket[] = [
  {
    title: 'Weegschaal stuurt geen gewicht naar de kassa',
    customer: 'pieter',
    owner: 'sofie',
    group: 'Field Service',
    state: 'open',
    openedAgo: 74,
    escalatesIn: -2,
    articles: [
      {
        by: 'pieter',
        via: 'email',
        after: 0,
        html: '<p>Beste support,</p><p>In de winkel aan de Kerkstraat moeten we sinds gisteren het gewicht met de hand intypen. De weegschaal zelf toont het goede gewicht, maar op de kassa blijft <b>0,000 kg</b> staan.</p><p>Groeten,<br>Pieter de Wit</p>',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 2,
        html: '<p>Dag Pieter, kun je even kijken of het lampje naast de kabel achter op de weegschaal groen knippert?</p><p>Sofie</p>',
      },
      {
        by: 'pieter',
        via: 'email',
        after: 4,
        html: '<p>Het lampje is uit. Andere kabel geprobeerd, ook niets.</p>',
      },
      {
        by: 'sofie',
        via: 'note',
        after: 5,
        internal: true,
        text: 'Waarschijnlijk de seriële poort van de weegschaal. Garantie loopt nog tot maart. Reserve-exemplaar ligt in Utrecht.',
      },
    ],
  },
  {
    title: 'Nieuwe openingstijden op de website',
    customer: 'pieter',
    state: 'new',
    priority: 'low',
    openedAgo: 9,
    articles: [
      {
        by: 'pieter',
        via: 'web',
        after: 0,
        text: 'Vanaf volgende maand zijn we op zondag open van 8.00 tot 13.00 uur.\nKunnen jullie dat op de website en in de mailhandtekening aanpassen?\n\nAlvast bedankt!',
      },
    ],
  },
  {
    title: 'Besteltablet blijft hangen op het laadscherm',
    customer: 'pieter',
    owner: 'marcus',
    state: 'closed',
    openedAgo: 505,
    articles: [
      {
        by: 'marcus',
        via: 'phone',
        after: 0,
        saidBy: 'pieter',
        text: 'Pieter belt: de tablet bij de taartenbalie komt niet verder dan het logo. Klanten wachten.',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 0.4,
        html: '<p>Houd de aan-knop en volume-omlaag samen tien seconden ingedrukt. Daarna start hij opnieuw op.</p>',
      },
      { by: 'pieter', via: 'email', after: 0.6, html: '<p>Dat werkt, hij doet het weer. Top!</p>' },
    ],
  },
  {
    title: 'Factuur van maart staat er twee keer in',
    customer: 'pieter',
    owner: 'sofie',
    state: 'pending reminder',
    openedAgo: 120,
    pendingFor: 18,
    articles: [
      {
        by: 'pieter',
        via: 'email',
        after: 0,
        html: '<p>In het overzicht staat de factuur van de meelleverancier dubbel: nummer 2301 en 2301-1, met hetzelfde bedrag. Welke mag weg?</p>',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 6,
        html: '<p>Die met “-1” is een kopie van de scan. Ik vraag de boekhouding of hij al verwerkt is voordat ik iets verwijder.</p>',
      },
    ],
  },
  {
    title: 'Camera boven de bakkerij geeft geen beeld',
    customer: 'pieter',
    owner: 'marcus',
    group: 'Field Service',
    state: 'open',
    priority: 'high',
    openedAgo: 26,
    escalatesIn: 10,
    articles: [
      {
        by: 'pieter',
        via: 'email',
        after: 0,
        html: '<p>De camera boven de ovens is sinds vannacht 03.12 uur zwart. De verzekering vraagt om beeld, dus graag met spoed.</p>',
      },
      {
        by: 'marcus',
        via: 'email',
        after: 1,
        html: '<p>Dag Pieter, ik zie de camera wel in het netwerk. Morgen om acht uur kom ik langs; het lijkt op de voeding.</p>',
      },
      { by: 'pieter', via: 'email', after: 2, html: '<p>Prima, vraag naar Yusuf, die heeft de ladder.</p>' },
    ],
  },
  {
    title: 'Wachtwoord van de nieuwsbrief kwijt',
    customer: 'pieter',
    owner: 'sofie',
    state: 'closed',
    priority: 'low',
    openedAgo: 700,
    articles: [
      {
        by: 'pieter',
        via: 'web',
        after: 0,
        text: 'Ik kan niet meer inloggen bij de nieuwsbrief. Kan het wachtwoord opnieuw?',
      },
      {
        by: 'sofie',
        via: 'email',
        after: 1,
        text: 'Je hebt zojuist een link gekregen. Hij is een uur geldig.',
      },
    ],
  },
  {
    title: 'Pinautomaat vraagt om update tijdens de ochtendspits',
    customer: 'pieter',
    state: 'open',
    openedAgo: 15,
    escalatesIn: 33,
    articles: [
      {
        by: 'pieter',
        via: 'email',
        after: 0,
        html: '<p>Elke ochtend om 7.30 uur wil de pinautomaat een update van tien minuten doen, precies als het druk is. Kan dat ’s nachts?</p>',
      },
      {
        by: 'system',
        via: 'email',
        after: 0.01,
        html: '<div>Uw aanvraag <b>(Ticket#{number})</b> is ontvangen en wordt door ons supportteam bekeken.</div><div>Fernwood IT</div>',
      },
    ],
  },
];
