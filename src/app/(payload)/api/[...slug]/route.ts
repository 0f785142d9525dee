import config from '@payload-config';
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes';

import { repeatConflicts } from '../../../../http/repeatConflicts';

export const GET = REST_GET(config);
export const POST = repeatConflicts(REST_POST(config));
export const DELETE = repeatConflicts(REST_DELETE(config));
export const PATCH = repeatConflicts(REST_PATCH(config));
export const PUT = repeatConflicts(REST_PUT(config));
export const OPTIONS = REST_OPTIONS(config);
