import { getLocalI18n, type Payload, type PayloadRequest } from 'payload';

import type { User } from '../../payload-types';

/** Payload's translations in somebody's own language, for what reaches them outside of the panel. */
export function translationsOf(
  { language }: Pick<User, 'language'>,
  { config }: Payload,
): Promise<PayloadRequest['i18n']> {
  return getLocalI18n({ config, language: language ?? config.i18n.fallbackLanguage });
}
