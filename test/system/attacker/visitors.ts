import { User } from '../../../src/odoo/builtin-models.ts';
import { createIdentityTokens } from '../../../src/portal/identity-token.ts';
import type { RunningPortal } from '../../support/start-portal.ts';
import type { Visitor } from '../../support/visitor.ts';
import type { Links } from './explore.ts';
import type { World } from './world.ts';

/** Somebody at the door: their browser, and what they put into addresses and forms that are not theirs. */
export interface Attacker {
  readonly visitor: Visitor;
  /** The token that goes with their forms. */
  readonly csrf: string;
  /** The end of a link that they hold. */
  readonly link: string;
}

export interface AttackerKind {
  readonly name: string;
  /** What of Ann's tickets is theirs to see: nothing, or what customers are shown. */
  readonly sees: 'nothing' | 'shown';
  /** May log in, and write what is their own. */
  readonly isSomebody?: boolean;
  enter(world: World, links: Links): Promise<Attacker>;
}

export const ATTACKERS: readonly AttackerKind[] = [
  {
    name: 'a visitor with a link to another’s ticket',
    sees: 'nothing',
    enter: async (world, { bobs }) => open(await world.visit(), bobs),
  },
  {
    name: 'a visitor with a link that somebody changed',
    sees: 'nothing',
    enter: async (world, { open: link }) => open(await world.visit(), `${link.slice(0, -2)}xx`),
  },
  {
    name: 'a customer of another company',
    sees: 'nothing',
    isSomebody: true,
    enter: async (world, { bobs }) => open(await world.visit(world.people.bob), bobs),
  },
  {
    name: 'a colleague who sees own tickets only',
    sees: 'nothing',
    isSomebody: true,
    enter: async (world, { bobs }) => open(await world.visit(world.people.sibling), bobs),
  },
  {
    name: 'an employee without rights on tickets',
    sees: 'nothing',
    isSomebody: true,
    enter: async (world, { bobs }) => open(await world.visit(world.employee), bobs),
  },
  {
    name: 'a technician',
    sees: 'shown',
    isSomebody: true,
    enter: async (world, { bobs }) => open(await world.visit(world.technician), bobs),
  },
  {
    name: 'a colleague who was archived since',
    sees: 'nothing',
    async enter(world, { bobs }) {
      const attacker = await open(await world.visit(world.people.archived), bobs);
      await world.odoo.model(User).write([world.people.archived.userId], { active: false });
      return attacker;
    },
  },
  {
    name: 'a colleague whose session has expired',
    sees: 'nothing',
    async enter(world, { bobs }) {
      const attacker = await open(await world.visit(world.people.expired), bobs);
      await world.backend.sessions.destroy({ sessionId: cookie(attacker.visitor, 'session_id') });
      return attacker;
    },
  },
  {
    name: 'a customer who moves on to another copy of the service',
    sees: 'nothing',
    isSomebody: true,
    async enter(world, { bobs }) {
      const { visitor, csrf } = await open(await world.visit(world.people.bob), bobs);
      return { visitor: await move(world, visitor, world.portals.sameSecret), csrf, link: bobs };
    },
  },
  {
    name: 'a visitor with a link that a copy with another secret made',
    sees: 'nothing',
    async enter(world, { open: link }) {
      const visitor = await world.visit(undefined, world.portals.otherSecret);
      return open(visitor, link);
    },
  },
  {
    name: 'a customer who brings the owner’s own proof of who they are',
    sees: 'nothing',
    isSomebody: true,
    async enter(world, { bobs }) {
      const owner = await world.visit(world.ann);
      const attacker = await open(await world.visit(world.people.bob), bobs);
      attacker.visitor.cookies.set('supportdesk_user', cookie(owner, 'supportdesk_user'));
      return attacker;
    },
  },
  {
    name: 'a customer who signs such a proof with another secret',
    sees: 'nothing',
    isSomebody: true,
    async enter(world, { bobs }) {
      const attacker = await open(await world.visit(world.people.bob), bobs);
      const tokens = createIdentityTokens('another secret', world.backend.settings.ODOO_DB, {
        now: () => new Date(),
      });
      const { userId: uid, partnerId, name, login } = world.ann;
      const ann = {
        ...{ uid, partnerId, name, login, lang: 'en_US', timeZone: undefined },
        isInternal: false,
      };
      const forged = tokens.sign(ann, cookie(attacker.visitor, 'session_id'));
      attacker.visitor.cookies.set('supportdesk_user', forged);
      return attacker;
    },
  },
  {
    name: 'another site, in the owner’s browser',
    sees: 'shown',
    enter: async (world, { bobs }) => ({ visitor: await world.visit(world.ann), csrf: '', link: bobs }),
  },
  {
    name: 'another site that knows a token of somebody else’s',
    sees: 'shown',
    async enter(world, { bobs }) {
      const { csrf } = await open(await world.visit(world.people.bob), bobs);
      return { visitor: await world.visit(world.ann), csrf, link: bobs };
    },
  },
  {
    name: 'the owner, with a form of a copy that has another secret',
    sees: 'shown',
    async enter(world, { bobs }) {
      const { visitor, csrf } = await open(await world.visit(world.ann), bobs);
      return { visitor: await move(world, visitor, world.portals.otherSecret), csrf, link: bobs };
    },
  },
];

export async function open(visitor: Visitor, link: string): Promise<Attacker> {
  const pages = await Promise.all(
    ['/my/tickets/nowhere', '/supportdesk/login'].map((path) => visitor.get(path)),
  );
  const tokens = pages.flatMap(({ html }) => /name="csrf_token" value="([^"]+)"/.exec(html)?.[1] ?? []);
  const [csrf] = tokens;
  if (csrf === undefined) throw new Error('no page gave a token');
  return { visitor, csrf, link };
}

async function move(world: World, { cookies }: Visitor, portal: RunningPortal): Promise<Visitor> {
  const visitor = await world.visit(undefined, portal);
  for (const [name, value] of cookies) visitor.cookies.set(name, value);
  return visitor;
}

const cookie = ({ cookies }: Visitor, name: string): string => cookies.get(name) ?? '';
