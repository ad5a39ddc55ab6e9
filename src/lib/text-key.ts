import type en from './texts/en.json';

/** The English texts of every folder that has some. Each adds its own by `declare module`, so that a key is checked by its type. */
export interface TextFiles {
  readonly lib: typeof en;
}

type Part = 'portal' | 'service';
type File = TextFiles[keyof TextFiles];
type KeysOf<Any, Name extends Part> = Any extends Readonly<Record<Name, infer Texts>> ? keyof Texts : never;
/** A text with a count has one key for several, as i18next writes them. */
type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key> = Key extends `${infer Base}_${Plural}` ? Base : Key;

/** What customers read on the portal. */
export type PortalKey = WithoutPlural<KeysOf<File, 'portal'>>;
/** What the service writes into Odoo. */
export type ServiceKey = WithoutPlural<KeysOf<File, 'service'>>;
export type TextKey = PortalKey | ServiceKey;

/** Says of a plain text that it is a key, where its type would be lost: in a schema's messages. */
export const textKey = (key: TextKey): string => key;
