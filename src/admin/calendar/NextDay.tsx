import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';

import { idOf } from '../../domain/edition/WorkingCopy';
import { wallTimeAt } from '../../domain/schedule/newsroomDays';
import type { Publication } from '../../payload-types';
import { readNextDay } from './readNextDay';
import { whenInWords } from './timesInWords';

import './calendar.css';

/**
 * What goes out by itself in the next 24 hours, and what should have gone out and is blocked; drawn
 * on the server, with the rights of whoever looks.
 */
export async function NextDay({ payload, user }: ServerProps) {
  if (!user) return null;
  const { docs, totalDocs, blocked, zone } = await readNextDay({ payload, user });
  const { admin } = payload.config.routes;
  return (
    <section className="next-day" aria-labelledby="next-day">
      <h2 id="next-day">What goes out in the next 24 hours</h2>
      {blocked.length > 0 && (
        <ul className="next-day__blocked">
          {blocked.map((order) => (
            <Row key={order.id} order={order} zone={zone} admin={admin} />
          ))}
        </ul>
      )}
      {docs.length === 0 && <p>Nothing is scheduled for the next 24 hours.</p>}
      <ul>
        {docs.map((order) => (
          <Row key={order.id} order={order} zone={zone} admin={admin} />
        ))}
      </ul>
      <p>
        {totalDocs > docs.length && `And ${totalDocs - docs.length} more. `}
        <Link href={`${admin}/calendar`} prefetch={false}>
          Open the calendar
        </Link>{' '}
        ({zone})
      </p>
    </section>
  );
}

function Row({ order, zone, admin }: { order: Publication; zone: string; admin: string }) {
  const at = order.at ?? '';
  return (
    <li>
      <time dateTime={at}>{whenInWords(wallTimeAt(at, zone))}</time>{' '}
      <Link href={`${admin}/collections/articles/${idOf(order.article) ?? ''}`} prefetch={false}>
        {order.title}
      </Link>
      {order.state === 'blocked' && <span> did not go out: {order.blockedReason}</span>}
    </li>
  );
}
