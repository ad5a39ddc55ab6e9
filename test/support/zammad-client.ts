import { afterEach } from 'vitest';
import {
  startZammadEmulator,
  type ZammadEmulator,
  type ZammadEmulatorOptions,
} from '../../emulator/zammad/server.ts';

/** Emulated Zammads for the tests of a file, each gone after its test, and the requests that they are asked. */
export function createZammadClient(defaults: () => ZammadEmulatorOptions = () => ({})) {
  const running: ZammadEmulator[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((emulator) => emulator.close()));
  });

  async function start(options: ZammadEmulatorOptions = {}): Promise<ZammadEmulator> {
    const emulator = await startZammadEmulator({ ...defaults(), ...options });
    running.push(emulator);
    return emulator;
  }

  function get({ url }: ZammadEmulator, path: string, authorization = 'Token token=demo-token') {
    return fetch(`${url}/api/v1${path}`, { headers: { authorization } });
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look at parts of answers of many shapes.
  async function getJson(zammad: ZammadEmulator, path: string): Promise<any> {
    return (await get(zammad, path)).json();
  }

  return { start, get, getJson };
}
