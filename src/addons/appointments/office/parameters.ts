/** Days after which what was cancelled is archived; 0 for never. */
export const ARCHIVE_PARAMETER = 'supportdesk.appointments_archive_days';

export const USUAL_ARCHIVE_DAYS = 180;
