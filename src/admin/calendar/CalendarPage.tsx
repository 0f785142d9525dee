import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';

import { wallTimeAt } from '../../domain/schedule/newsroomDays';
import { settingsInForce } from '../../domain/workflow/settingsInForce';
import { hasRole, ROLES } from '../../domain/workflow/Role';
import { CalendarView } from './CalendarView';

/** The calendar as a page of the panel, for those who are signed in. */
export async function CalendarPage({
  initPageResult: { req, permissions, locale, visibleEntities },
  params,
  searchParams,
}: AdminViewServerProps) {
  const { payload, user, i18n } = req;
  if (!user || !permissions.canAccessAdmin) {
    const { admin } = payload.config.routes;
    redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/calendar`)}`);
  }
  const { timeZone: zone } = settingsInForce(
    await payload.findGlobal({ slug: 'settings', depth: 0, overrideAccess: false, user, req }),
  );
  const held = ROLES.filter((role) => (user.roles as readonly string[]).includes(role));
  return (
    <DefaultTemplate
      i18n={i18n}
      payload={payload}
      permissions={permissions}
      req={req}
      user={user}
      visibleEntities={visibleEntities}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
    >
      <CalendarView
        zone={zone}
        today={wallTimeAt(new Date().toISOString(), zone).slice(0, 10)}
        canSchedule={hasRole(held, 'publisher')}
      />
    </DefaultTemplate>
  );
}
