/** `2026-01-31 09:05:00`, in UTC, as Odoo writes datetimes. */
export const formatDatetime = (date: Date) => date.toISOString().slice(0, 19).replace('T', ' ');
