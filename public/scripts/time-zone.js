// Odoo takes a customer's time zone from the browser when they log in, where it knows none.

for (const field of document.querySelectorAll('[data-time-zone]')) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
