import type { Express } from 'express';

import { openDelivery, type DeliveryOptions } from './openDelivery';

/** The public read API without its fast path, to be mounted at `/v1`. */
export function deliveryApp(options: DeliveryOptions): Express {
  return openDelivery(options).app;
}
