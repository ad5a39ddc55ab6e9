/** A form that brings files: so many fields of that length, beside the files. */
export const FIELDS = 50;
export const FIELD_BYTES = 128 * 1024;
/** A form without files, as a whole. */
export const PLAIN_FORM_BYTES = 256 * 1024;
/** So many times too much, and nobody reads to the end in order to be polite. */
export const CUT_OFF_FACTOR = 10;
