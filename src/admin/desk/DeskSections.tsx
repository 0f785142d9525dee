'use client';

import { useConfig } from '@payloadcms/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';

import type { Desk, Listed } from '../../domain/desk/Desk';
import { Ago } from '../history/Ago';
import { useWords, type WordKey } from '../words/useWords';
import { ArticleRow } from './ArticleRow';
import { useLatest } from './useLatest';

/** Of those that show one picture; the rest is counted. */
const ARTICLES_NAMED = 3;

/** The nine lists of the desk: what is to be done on the left, what goes on on the right. */
export function DeskSections() {
  const { config } = useConfig();
  const { say } = useWords();
  const { latest: desk, hasFailed } = useLatest<Desk>(`${config.routes.api}/desk`);
  const { admin } = config.routes;
  if (!desk) return <p role="status">{say(hasFailed ? 'desk:failed' : 'desk:loading')}</p>;
  const articles = `${admin}/collections/articles`;
  const staged = `${articles}?where[workflow.stage][equals]=`;
  return (
    <div className="newsdesk__columns">
      <div>
        <DeskList name="waiting" list={desk.waiting} none="desk:waitingNone">
          {desk.waiting.rows.map((row) => (
            <ArticleRow
              key={`${row.wait} ${row.id}`}
              article={row}
              hasStage={row.wait === 'factCheck'}
              why={say(`wait:${row.wait}`)}
              todo={{
                label: say(`todo:${row.wait}`),
                action:
                  row.wait === 'review' ? 'approve' : row.wait === 'publish' ? 'publish' : null,
              }}
            />
          ))}
        </DeskList>
        <DeskList name="mine" list={desk.mine} none="desk:mineNone">
          {desk.mine.rows.map((row) => (
            <ArticleRow
              key={row.id}
              article={row}
              todo={
                row.stage === 'draft' || row.stage === 'changes_requested'
                  ? { label: say('todo:submit'), action: 'submit' }
                  : null
              }
            />
          ))}
        </DeskList>
        <DeskList
          name="inReview"
          list={desk.inReview}
          none="desk:inReviewNone"
          all={`${staged}in_review`}
        >
          {desk.inReview.rows.map((row) => (
            <ArticleRow
              key={row.id}
              hasStage={false}
              article={row}
              todo={{ label: say('todo:open'), action: null }}
            />
          ))}
        </DeskList>
      </div>
      <div>
        <DeskList name="comingUp" list={desk.comingUp} none="desk:comingUpNone">
          {desk.comingUp.rows.map(({ id, article, headline, kind, at, wallTime, zone }) => (
            <li key={id} className="desk-row">
              <Link className="desk-row__title" href={`${articles}/${article}`}>
                {headline || say('desk:noHeadline')}
              </Link>
              <p className="desk-row__facts">
                <span>
                  {say(kind === 'publish' ? 'desk:goesOut' : 'desk:isWithdrawn')} <Ago at={at} />
                </span>
                <span>
                  {wallTime.replace('T', ' ')} {zone}
                </span>
              </p>
            </li>
          ))}
        </DeskList>
        <DeskList name="blocked" list={desk.blocked} none="desk:blockedNone">
          {desk.blocked.rows.map((row) => (
            <ArticleRow
              key={`${row.block} ${row.id}`}
              article={row}
              why={[say(`block:${row.block}`), row.reason].filter(Boolean).join(': ')}
              todo={
                row.block === 'hold'
                  ? { label: say('todo:release'), action: 'release' }
                  : {
                      label: say(row.block === 'order' ? 'todo:decide' : 'todo:open'),
                      action: null,
                    }
              }
            />
          ))}
        </DeskList>
        <DeskList
          name="unverified"
          list={desk.unverified}
          none="desk:unverifiedNone"
          all={`${admin}/collections/quotes/desk`}
        >
          {desk.unverified.rows.map(({ id, text, speaker, article }) => (
            <li key={id} className="desk-row">
              <div className="desk-row__line">
                <Link className="desk-row__title" href={`${admin}/collections/quotes/${id}`}>
                  “{text}”
                </Link>
                <Link
                  className="desk-row__todo"
                  href={`${admin}/collections/quotes/${id}`}
                  aria-label={`${say('todo:verify')}: ${text}`}
                >
                  {say('todo:verify')}
                </Link>
              </div>
              <p className="desk-row__facts">
                <span>{speaker ?? say('desk:unknownSpeaker')}</span>
                <span>
                  {article
                    ? say('desk:usedIn', { headline: article.headline })
                    : say('desk:unused')}
                </span>
              </p>
            </li>
          ))}
        </DeskList>
        <DeskList name="faces" list={desk.faces} none="desk:facesNone">
          {desk.faces.rows.map(({ collection, id, title, changedBy, changedAt }) => (
            <li key={`${collection} ${id}`} className="desk-row">
              <div className="desk-row__line">
                <Link className="desk-row__title" href={`${admin}/collections/${collection}/${id}`}>
                  {title || say('desk:noName')}
                </Link>
                <Link
                  className="desk-row__todo"
                  href={`${admin}/collections/${collection}/${id}`}
                  aria-label={`${say('todo:compare')}: ${title}`}
                >
                  {say('todo:compare')}
                </Link>
              </div>
              <p className="desk-row__facts">
                <span>{say(`face:${collection}`)}</span>
                <span>
                  {say('face:changedBy', { name: changedBy ?? say('face:somebody') })}{' '}
                  <Ago at={changedAt} />
                </span>
              </p>
            </li>
          ))}
        </DeskList>
        <DeskList name="rights" list={desk.rights} none="desk:rightsNone">
          {desk.rights.rows.map(({ id, title, endsAt, hasEnded, waitsForRelease, ...shown }) => (
            <li key={id} className="desk-row">
              <Link className="desk-row__title" href={`${admin}/collections/media/${id}`}>
                {title || say('desk:noName')}
              </Link>
              <p className="desk-row__facts">
                <span>
                  {say(hasEnded ? 'desk:rightsEnded' : 'desk:rightsEnd')} <Ago at={endsAt} />
                </span>
                {waitsForRelease && <span>{say('desk:rightsWait')}</span>}
                {shown.people.map((name) => (
                  <span key={name}>{say('desk:portraitOf', { name })}</span>
                ))}
                {shown.articles.slice(0, ARTICLES_NAMED).map((article) => (
                  <span key={article.id}>
                    <Link href={`${articles}/${article.id}`}>
                      {say('desk:usedIn', { headline: article.headline })}
                    </Link>
                  </span>
                ))}
                {shown.articles.length > ARTICLES_NAMED && (
                  <span>
                    {say('desk:moreArticles', { count: shown.articles.length - ARTICLES_NAMED })}
                  </span>
                )}
              </p>
            </li>
          ))}
        </DeskList>
        <DeskList
          name="published"
          list={desk.published}
          none="desk:publishedNone"
          all={`${articles}?where[workflow.publicationState][equals]=live&sort=-workflow.publishedAt`}
        >
          {desk.published.rows.map((row) => (
            <ArticleRow key={row.id} article={row} isPublished />
          ))}
        </DeskList>
      </div>
    </div>
  );
}

function DeskList({
  name,
  list,
  none,
  all,
  children,
}: {
  name: keyof Desk;
  list: Listed<unknown>;
  none: WordKey;
  /** Where the rest is, when there is more than fits. */
  all?: string;
  children: ReactNode;
}) {
  const { say } = useWords();
  const { rows, count, isMore } = list;
  return (
    <section className="desk-list" aria-labelledby={`desk-${name}`}>
      <h2 id={`desk-${name}`}>
        {say(`desk:${name}`)}{' '}
        <span className="desk-list__count">{isMore ? say('desk:more', { count }) : count}</span>
      </h2>
      {rows.length === 0 ? <p className="desk-list__none">{say(none)}</p> : <ul>{children}</ul>}
      {all && count > rows.length && (
        <Link className="desk-list__all" href={all}>
          {say(isMore ? 'desk:showMore' : 'desk:showAll', { count })}
        </Link>
      )}
    </section>
  );
}
