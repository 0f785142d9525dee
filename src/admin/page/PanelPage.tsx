import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';

/** A page of our own in the panel's frame, for those who are signed in; others are sent to do so. */
export function PanelPage({
  path,
  children,
  initPageResult: { req, permissions, locale, visibleEntities },
  params,
  searchParams,
}: AdminViewServerProps & {
  /** Its path below the panel, to come back to after signing in. */
  path: `/${string}`;
  children: ReactNode;
}) {
  const { payload, user, i18n } = req;
  if (!user || !permissions.canAccessAdmin) {
    const { admin } = payload.config.routes;
    redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${path}`)}`);
  }
  return (
    <DefaultTemplate
      i18n={i18n}
      payload={payload}
      permissions={permissions}
      req={req}
      user={user}
      viewActions={payload.config.admin.components.actions ?? []}
      visibleEntities={visibleEntities}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
    >
      {children}
    </DefaultTemplate>
  );
}
