import { createReadStream } from 'node:fs';
import { createBinary } from '../../src/odoo/binary.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function setPicture(odoo: Odoo, contact: number, path: string) {
  await odoo.model(Contact).write([contact], { image_1920: createBinary(createReadStream(path)) });
}
