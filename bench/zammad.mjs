// A process of its own for the emulated Zammad: it must not take time from what is measured.
import { createZammadData } from '../dist/emulator/zammad/data/create-zammad-data.js';
import { startZammadEmulator } from '../dist/emulator/zammad/server.js';

const data = createZammadData({ tickets: Number(process.argv[2]) });
const { url, token } = await startZammadEmulator({ data });
process.send({ url, token });
