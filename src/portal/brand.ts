import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { createRefreshed } from '../lib/refreshed.ts';
import { isOdooError } from '../odoo/faults.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { renderBrandColors } from './brand-colors.ts';

/** The company's name, logo and colour, as far as Odoo knows them; the logo is the website's where there is one. */
export interface Look {
  readonly name: string | undefined;
  readonly logoUrl: string | undefined;
  readonly stylesUrl: string | undefined;
}

export interface Brand {
  /** Never waits: what was read last. */
  readonly look: () => Look;
  readonly serve: RequestHandler;
}

export const NO_BRAND: Brand = {
  look: () => ({ name: undefined, logoUrl: undefined, stylesUrl: undefined }),
  serve: (_req, _res, next) => next(),
};

export interface BrandOptions {
  readonly service: Odoo;
  readonly clock: Clock;
  readonly log: Log;
}

const PREFIX = '/supportdesk/brand/';
const FRESH_MS = 10 * 60_000;

const Company = z
  .array(
    z.object({
      name: z.string(),
      primary_color: z.union([z.string(), z.literal(false)]),
      logo_web: z.union([z.string(), z.literal(false)]),
      uses_default_logo: z.boolean(),
    }),
  )
  .min(1);
const Sites = z.array(z.object({ logo: z.union([z.string(), z.literal(false)]) }));
const COLOR = /^#[0-9a-f]{6}$/i;

interface BrandFile {
  readonly type: string;
  readonly content: Buffer;
}

/** Reads Odoo's first company at the start and then once in ten minutes, if anybody looks. */
export function createBrand({ service, clock, log }: BrandOptions): Brand {
  const files = new Map<string, BrandFile>();

  async function read(): Promise<Look> {
    const [company] = Company.parse(
      await service.call('res.company', 'search_read', [], {
        domain: [],
        fields: ['name', 'primary_color', 'logo_web', 'uses_default_logo'],
        order: 'sequence, id',
        limit: 1,
      }),
    );
    if (!company) return NO_BRAND.look();
    const { name, primary_color: color, logo_web, uses_default_logo: isDefault } = company;
    const siteLogo = await readSiteLogo();
    files.clear();
    const ownLogo = logo_web === false || isDefault ? undefined : keepPicture(logo_web);
    return {
      name,
      logoUrl: (siteLogo && keepPicture(siteLogo)) ?? ownLogo,
      stylesUrl:
        color !== false && COLOR.test(color)
          ? keep('css', 'text/css; charset=utf-8', Buffer.from(renderBrandColors(color)))
          : undefined,
    };
  }

  /** Customers come from the website's pages, so they find its logo again; the one it is installed with is an svg. */
  async function readSiteLogo(): Promise<string | undefined> {
    try {
      const [site] = Sites.parse(
        await service.call('website', 'search_read', [], {
          domain: [],
          fields: ['logo'],
          order: 'sequence, id',
          limit: 1,
        }),
      );
      return site?.logo || undefined;
    } catch (error) {
      // Most Odoos have no website, so that model is unknown to them.
      if (isOdooError(error, 'odoo_user_error')) return undefined;
      throw error;
    }
  }

  /** An svg is a document that could run scripts, so it does not count as a picture. */
  function keepPicture(base64: string): string | undefined {
    const content = Buffer.from(base64, 'base64');
    const found = PICTURES.find(([, start]) => content.subarray(0, start.length).equals(start));
    return found && keep(found[0], `image/${found[0]}`, content);
  }

  function keep(ending: string, type: string, content: Buffer): string {
    const url = `${PREFIX}${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${ending}`;
    files.set(url, { type, content });
    return url;
  }

  return {
    look: createRefreshed({
      first: NO_BRAND.look(),
      read,
      freshMs: FRESH_MS,
      clock,
      onError: (error) => log.warn('the company’s look is not known', { reason: errorMessage(error) }),
    }),
    serve(req, res, next) {
      const file = files.get(req.path);
      if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return next();
      res
        .set({ 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' })
        .end(file.content);
    },
  };
}

const PICTURES = [
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['gif', Buffer.from('GIF8')],
  ['webp', Buffer.from('RIFF')],
] as const;
