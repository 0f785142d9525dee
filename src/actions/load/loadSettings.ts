import type { PayloadRequest } from 'payload';

import { settingsInForce } from '../../domain/workflow/settingsInForce';

/** The newsroom's settings in force. */
export async function loadSettings(req: PayloadRequest) {
  return settingsInForce(await req.payload.findGlobal({ slug: 'settings', depth: 0, req }));
}
