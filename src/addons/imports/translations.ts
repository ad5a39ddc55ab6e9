import type { Translations } from '../../schema/index.ts';
import { es } from './translations/es.ts';
import { fr } from './translations/fr.ts';
import { nl } from './translations/nl.ts';
import { th } from './translations/th.ts';

export const translations: Translations = { nl_NL: nl, es_ES: es, fr_FR: fr, th_TH: th };
