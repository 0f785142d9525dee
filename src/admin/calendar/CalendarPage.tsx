import type { AdminViewServerProps, PayloadRequest } from 'payload';

import { wallTimeAt } from '../../domain/schedule/newsroomDays';
import { settingsInForce } from '../../domain/workflow/settingsInForce';
import { may } from '../../domain/rights/rights';
import { PanelPage } from '../page/PanelPage';
import { CalendarView } from './CalendarView';

/** The calendar as a page of the panel. */
export function CalendarPage(props: AdminViewServerProps) {
  return (
    <PanelPage {...props} path="/calendar">
      <NewsroomCalendar req={props.initPageResult.req} />
    </PanelPage>
  );
}

async function NewsroomCalendar({ req }: { req: PayloadRequest }) {
  const { payload, user } = req;
  const { timeZone: zone } = settingsInForce(
    await payload.findGlobal({ slug: 'settings', depth: 0, overrideAccess: false, user, req }),
  );
  return (
    <CalendarView
      zone={zone}
      today={wallTimeAt(new Date().toISOString(), zone).slice(0, 10)}
      canSchedule={may(user, 'schedule')}
    />
  );
}
