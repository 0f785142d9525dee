'use client';

import { DefaultEditView } from '@payloadcms/ui';
import type { DocumentViewClientProps } from 'payload';

/** Everything else of an article, in Payload's own form. */
export function DetailsView(props: DocumentViewClientProps) {
  return <DefaultEditView {...props} />;
}
