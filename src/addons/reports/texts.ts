import type en from './texts/en.json';

declare module '../../lib/text-key.ts' {
  interface TextFiles {
    readonly reports: typeof en;
  }
}
