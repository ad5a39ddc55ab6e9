export const WISH_PATH = '/my/report/mail';
