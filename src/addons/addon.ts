import type { Job } from '../jobs/job.ts';
import type { SettingsPart } from '../lib/settings-part.ts';
import type { Contribution } from '../lib/slot.ts';
import type { PortalPart } from '../portal/part.ts';
import type { AddonDeclaration, ConfigPart } from '../schema/index.ts';
import type { Check } from './check.ts';
import type { Command } from './command.ts';
import type { DemoLogin } from './demo-login.ts';
import type { Services } from './services.ts';

/** An addon as the product sees it: all that it brings, in one place. Everything but the declaration may be absent. */
export interface Addon {
  /** What Odoo holds. */
  readonly declaration: AddonDeclaration;
  /** The environment's variables that it reads. */
  readonly settings?: SettingsPart;
  /** What an organisation decides about it, under a key of its own in the YAML. */
  readonly config?: ConfigPart;
  /** What it hands to other addons, by their slots. */
  readonly contributes?: readonly Contribution[];
  /** What customers see. */
  readonly portal?: PortalPart;
  /** What `serve` does again and again. */
  readonly jobs?: (services: Services) => readonly Job[];
  /** What doctor looks at. */
  readonly checks?: (services: Services) => readonly Check[];
  readonly commands?: readonly Command[];
  /** Fills a fresh Odoo with sample data, behind the addons it depends on; answers who may log in. */
  readonly demo?: (services: Services) => Promise<readonly DemoLogin[]>;
}
