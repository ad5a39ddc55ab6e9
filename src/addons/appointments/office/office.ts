import { buttons } from './buttons.ts';
import { calendarViews } from './calendar-views.ts';
import { figureViews } from './figure-views.ts';
import { formAutomations } from './form-automations.ts';
import { actions, menus } from './menus.ts';
import { CountedContact, CountedTicket, ShownAppointment } from './models.ts';
import { otherViews } from './other-views.ts';
import { settingsViews } from './settings-views.ts';
import { AppointmentWeek, showWeek, toDashboard, upkeep, weekAccess } from './upkeep.ts';
import { appointmentViews } from './views.ts';
import { weekActions, weekMenus, weekViews } from './week-views.ts';
import { Booking, BookingSlot, Cancellation } from './wizard-models.ts';
import { wizardViews } from './wizard-views.ts';
import { wizardAccess, wizardAutomations, wizards } from './wizards.ts';

/** What the desk works with in Odoo: screens, wizards, figures. */
export const office = {
  models: [
    ShownAppointment,
    CountedTicket,
    CountedContact,
    AppointmentWeek,
    Booking,
    BookingSlot,
    Cancellation,
  ],
  access: [...weekAccess, ...wizardAccess],
  serverActions: [...buttons, ...wizards, showWeek, toDashboard],
  automations: [...formAutomations, ...wizardAutomations],
  scheduledActions: [upkeep],
  views: [
    ...calendarViews,
    ...appointmentViews,
    ...figureViews,
    ...settingsViews,
    ...otherViews,
    ...wizardViews,
    ...weekViews,
  ],
  actions: [...actions, ...weekActions],
  menus: [...menus, ...weekMenus],
};
