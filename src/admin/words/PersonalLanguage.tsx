'use client';

import { useAuth, useConfig, useTranslation } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';

import type { User } from '../../payload-types';
import { askApi } from '../page/askApi';

/**
 * Payload keeps the language of the panel in the browser. Here it is written into the person's own
 * record as well, for their e-mails, and comes along to whichever browser they sign in with.
 */
export function PersonalLanguage({ children }: { children: React.ReactNode }) {
  const { user } = useAuth<User>();
  const { config } = useConfig();
  const { i18n, switchLanguage } = useTranslation();
  const { language, fallbackLanguage } = i18n;
  const isSignedOut = useRef(false);
  /** What the record has, as far as this page knows. */
  const recorded = useRef<string | null>(null);
  /** What the panel is about to be switched to. */
  const awaited = useRef<string | null>(null);
  const { api } = config.routes;

  useEffect(() => {
    if (!user) {
      isSignedOut.current = true;
      return;
    }
    if (isSignedOut.current || recorded.current === null) {
      recorded.current = user.language ?? fallbackLanguage;
    }
    if (isSignedOut.current && user.language && user.language !== language) {
      awaited.current = user.language;
      void switchLanguage?.(user.language);
    }
    isSignedOut.current = false;
    if (awaited.current !== null && awaited.current !== language) return;
    awaited.current = null;
    if (recorded.current === language) return;
    recorded.current = language;
    void askApi(`${api}/users/${user.id}`, { method: 'PATCH', body: { language } });
  }, [api, fallbackLanguage, language, switchLanguage, user]);

  return <>{children}</>;
}
