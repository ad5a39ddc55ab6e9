import type { Request, Response } from 'express';
import type { CreateFrame } from './frames.ts';
import type { Render } from './render.ts';
import type { PageReply } from './reply.ts';

export type SendPage = (req: Request, res: Response, page: PageReply) => void;

/** Renders a page in its reader's language and time zone, and sends it. */
export function createPages(render: Render, createFrame: CreateFrame): SendPage {
  return (req, res, { view, data, status, timeZone }) => {
    const frame = createFrame(req, res);
    const html = render(view, data, { ...frame, timeZone: frame.timeZone ?? timeZone });
    // Not `no-store`: with it, the back button would lose what was typed.
    res.status(status).set('cache-control', 'private, no-cache').type('html').send(html);
  };
}
