import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { createWorld, type World, type WorldOptions } from './import-world.ts';

/** For the tests of one file: an Odoo that holds everything, and Zammads that are gone when their test is over. */
export function setUpWorlds() {
  const worlds: World[] = [];
  let deployed: Deployed | undefined;
  beforeAll(async () => {
    deployed = await startDeployed();
  });
  afterEach(async () => {
    await Promise.all(worlds.splice(0).map((world) => world.close()));
  });
  afterAll(() => deployed?.backend.close());

  function getDeployed(): Deployed {
    if (deployed) return deployed;
    throw new Error('there is no Odoo before the first test');
  }

  return {
    get backend() {
      return getDeployed().backend;
    },
    get service() {
      return getDeployed().service;
    },
    async start(options?: WorldOptions): Promise<World> {
      const { backend, service } = getDeployed();
      const world = await createWorld({ service, inspector: backend.client }, options);
      worlds.push(world);
      return world;
    },
  };
}
