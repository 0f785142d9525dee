'use client';

import { useConfig, useDocumentDrawer } from '@payloadcms/ui';
import { useId, useRef, useState, type KeyboardEvent } from 'react';

import type { QuoteToVerify } from '../../domain/quotations/QuoteToVerify';
import { evidenceAddress } from '../../domain/quotations/evidenceAddress';
import { Ago } from '../history/Ago';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { Difference } from './Difference';

interface VerificationItemProps {
  item: QuoteToVerify;
  mayDecide: boolean;
  /** Answers with the sentence that says why it was refused, or null. */
  onDecide: (verification: {
    status: 'verified' | 'disputed' | 'unverified';
    note: string | null;
  }) => Promise<string | null>;
}

/** One quote on the desk. Its keys count only while it, and no field in it, has the focus. */
export function VerificationItem({ item, mayDecide, onDecide }: VerificationItemProps) {
  const { article, section, quotation, passage } = item;
  const { config } = useConfig();
  const { say } = useWords();
  const status = quotation.quote?.verification ?? 'unverified';
  const [note, setNote] = useState(item.verification.note ?? '');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const title = useId();

  const decide = async (next: 'verified' | 'disputed' | 'unverified') => {
    if (next === 'disputed' && !note.trim()) {
      setProblem(say('verification:noteFirst'));
      noteField.current?.focus();
      return;
    }
    setBusy(true);
    setProblem((await onDecide({ status: next, note: note.trim() || null })) ?? '');
    setBusy(false);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
    if (target !== currentTarget || ctrlKey || metaKey || altKey) return;
    const neighbour =
      key === 'j' || key === 'ArrowDown'
        ? currentTarget.nextElementSibling
        : key === 'k' || key === 'ArrowUp'
          ? currentTarget.previousElementSibling
          : null;
    if (neighbour instanceof HTMLElement) {
      event.preventDefault();
      neighbour.focus();
    }
    if (!mayDecide || isBusy) return;
    if (key === 'v' && status !== 'verified') void decide('verified');
    if (key === 'd') {
      event.preventDefault();
      noteField.current?.focus();
    }
  };

  const { admin } = config.routes;
  const difference = quotation.findings.find((finding) => finding.difference)?.difference;
  return (
    <article
      aria-labelledby={title}
      className="verification__item"
      onKeyDown={onKeyDown}
      tabIndex={0}
    >
      <div>
        <header>
          <h2 id={title}>“{quotation.quote?.text ?? quotation.words}”</h2>
          <p>
            <span className={`quotations__state quotations__state--${quotation.state}`}>
              {say(`quotation:${quotation.state}`)}
            </span>{' '}
            {quotation.speaker
              ? [quotation.speaker.name, quotation.speaker.role].filter(Boolean).join(', ')
              : say('verification:nobody')}
            {' · '}
            <a href={`${admin}/collections/articles/${article.id}`}>{article.headline}</a>
            {', '}
            {section.name}
          </p>
        </header>
        {passage ? (
          <blockquote className="verification__passage">
            {passage.before}
            <mark>{passage.words}</mark>
            {passage.after}
          </blockquote>
        ) : (
          <p className="verification__passage">{say('verification:notInText')}</p>
        )}
        {difference && <Difference parts={difference} />}
        <Uses item={item} />
      </div>
      <div>
        <Evidence item={item} />
        {mayDecide && (
          <div className="verification__verdict">
            <label>
              {say('verification:note')}
              <textarea
                onChange={({ target }) => setNote(target.value)}
                ref={noteField}
                rows={2}
                value={note}
              />
            </label>
            {problem && (
              <p className="verification__problem" role="alert">
                {problem}
              </p>
            )}
            <div className="quotations__buttons">
              {status !== 'verified' && (
                <button
                  className="quotations__accept"
                  disabled={isBusy}
                  onClick={() => void decide('verified')}
                  type="button"
                >
                  {say('verification:verify')}
                </button>
              )}
              {status !== 'disputed' && (
                <button disabled={isBusy} onClick={() => void decide('disputed')} type="button">
                  {say('verification:dispute')}
                </button>
              )}
              {status !== 'unverified' && (
                <button disabled={isBusy} onClick={() => void decide('unverified')} type="button">
                  {say('verification:takeBack')}
                </button>
              )}
            </div>
          </div>
        )}
      </div>
    </article>
  );
}

function Evidence({ item }: { item: QuoteToVerify }) {
  const { say } = useWords();
  const { evidence, occasion, verification, quotation } = item;
  const { url, timecode, file, passage } = evidence;
  const said = [occasion?.name, occasion?.place, occasion?.date?.slice(0, 10)].filter(Boolean);
  return (
    <dl className="verification__facts">
      <dt>{say('verification:said')}</dt>
      <dd>{said.length > 0 ? said.join(', ') : say('verification:noOccasion')}</dd>
      <dt>{say('verification:evidence')}</dt>
      <dd>
        {!url && !file && `${say('verification:noEvidence')} `}
        {url && (
          <a href={evidenceAddress(url, timecode)} rel="noopener noreferrer" target="_blank">
            {timecode
              ? say('verification:openSourceAt', { timecode })
              : say('verification:openSource')}
          </a>
        )}
        {file && <EvidenceFile file={file} timecode={timecode} />}{' '}
        <EditQuote id={quotation.quote?.id ?? ''} />
      </dd>
      {passage && (
        <>
          <dt>{say('verification:inSource')}</dt>
          <dd>
            <q>{passage}</q>
          </dd>
        </>
      )}
      {verification.at && (
        <>
          <dt>{say('verification:verdict')}</dt>
          <dd>
            {verification.byName ?? say('verification:somebody')}, <Ago at={verification.at} />
          </dd>
        </>
      )}
    </dl>
  );
}

function EvidenceFile({
  file: { url, name, mimeType },
  timecode,
}: {
  file: NonNullable<QuoteToVerify['evidence']['file']>;
  timecode: string | null;
}) {
  const { say } = useWords();
  const address = evidenceAddress(url, timecode);
  if (!/^(audio|video)\//.test(mimeType)) {
    return (
      <a href={address} rel="noopener noreferrer" target="_blank">
        {say('verification:openFile', { name })}
      </a>
    );
  }
  return (
    <figure>
      {/* Recordings of sources have no captions; the passage beside it is what they are heard for. */}
      {mimeType.startsWith('audio/') ? (
        <audio aria-label={name} controls preload="none" src={address} />
      ) : (
        <video aria-label={name} controls preload="none" src={address} />
      )}
      <figcaption>
        {name}
        {timecode && `, ${say('verification:from', { timecode })}`}
      </figcaption>
    </figure>
  );
}

function Uses({ item: { alsoIn, olderWordings } }: { item: QuoteToVerify }) {
  const { config } = useConfig();
  const { say } = useWords();
  const link = ({ id, headline }: { id: string; headline: string }) => (
    <a href={`${config.routes.admin}/collections/articles/${id}`}>{headline}</a>
  );
  return (
    <>
      {alsoIn.length > 0 && (
        <p>
          {say('verification:alsoIn')}{' '}
          {alsoIn.map((use, index) => (
            <span key={use.id}>
              {index > 0 && ', '}
              {link(use)}
            </span>
          ))}
        </p>
      )}
      {olderWordings.length > 0 && (
        <div className="verification__older">
          <p>{say('verification:olderWords')}</p>
          <ul>
            {olderWordings.map((use) => (
              <li key={use.id}>
                {link(use)}, {say('bar:edition', { number: use.edition })}: “{use.words}”
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function EditQuote({ id }: { id: string }) {
  const { say } = useWords();
  const [Drawer, Toggler] = useDocumentDrawer({ collectionSlug: 'quotes', id });
  return (
    <>
      <Toggler className="quotations__open">{say('verification:editQuote')}</Toggler>
      <Drawer onSave={() => void window.dispatchEvent(new Event(ARTICLE_SAVED))} />
    </>
  );
}
