import type { Check } from '../../addons/check.ts';
import type { Settings } from '../../config.ts';
import { AppError } from '../../lib/errors.ts';

export function portalChecks({ COOKIE_SECRET, PUBLIC_URL, PORT }: Settings): readonly Check[] {
  return [
    {
      label: 'Portal',
      async run() {
        if (COOKIE_SECRET === undefined) {
          throw new AppError('COOKIE_SECRET is not set', {
            code: 'configuration',
            help: 'serve needs it. Make one with: openssl rand -hex 32',
          });
        }
        if (PUBLIC_URL !== undefined) return { text: PUBLIC_URL };
        return {
          text: `http://localhost:${PORT}`,
          advice: 'It can be reached from this machine only. Set PUBLIC_URL to the address they use.',
        };
      },
    },
  ];
}
