import type en from './texts/en.json';

/** The English texts of every folder that has some for customers. Each adds its own by `declare module`. */
export interface TextFiles {
  readonly lib: typeof en;
}

type File = TextFiles[keyof TextFiles];
type KeysOf<Any> = Any extends { readonly portal: infer Texts } ? keyof Texts : never;
/** A text with a count has one key for several, as i18next writes them. */
type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key> = Key extends `${infer Base}_${Plural}` ? Base : Key;

/** The key of a text on the portal, so that the compiler knows of each whether there is one. */
export type PortalKey = WithoutPlural<KeysOf<File>>;

/** Says of a plain text that it is a key, where its type would be lost: in a schema's messages. */
export const textKey = (key: PortalKey): string => key;
