'use client';

import {
  Button,
  toast,
  useConfig,
  useDocumentInfo,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

import type { FaceChange } from '../../domain/faces/faceDifference';
import type { FaceStanding } from '../../domain/faces/FaceStanding';
import { Ago } from '../history/Ago';
import { Words } from '../edition/Words';
import { askApi } from '../page/askApi';
import { useWords } from '../words/useWords';

import './faces.css';

/** What readers see of this record, what they would see instead, and the button between the two. */
export function FaceBar() {
  const { collectionSlug, data, id } = useDocumentInfo();
  const { config } = useConfig();
  const { say } = useWords();
  const isModified = useFormModified();
  const isProcessing = useFormProcessing();
  const [face, setFace] = useState<FaceStanding | null>(null);
  const [isBusy, setBusy] = useState(false);
  const address =
    id === undefined || !collectionSlug
      ? null
      : `${config.routes.api}/${collectionSlug}/${String(id)}`;
  const version: unknown = data?.updatedAt;

  const load = useCallback(async () => {
    const answer = address && (await askApi<FaceStanding>(`${address}/face`));
    if (answer && answer.ok) setFace(answer.body);
  }, [address]);

  useEffect(() => {
    const reload = () => void load();
    if (!isProcessing) reload();
  }, [isProcessing, load, version]);

  if (!address || !face) return null;

  const release = async () => {
    setBusy(true);
    const answer = await askApi(`${address}/actions/release`, {
      method: 'POST',
      body: { hash: face.hash },
    });
    // Refused or not: what stands there now is what the next click is about.
    await load();
    setBusy(false);
    if (answer.ok) toast.success(say('face:released'));
    else toast.error(answer.message ?? say('face:failed'), { duration: 15_000 });
  };
  const closed = !face.mayRelease ? say('face:editors') : isModified ? say('face:saveFirst') : null;
  return (
    <section className="face-bar" aria-label={say('face:title')}>
      <div className="face-bar__row">
        <p className="face-bar__standing" role="status">
          <strong>{standing(face)}</strong>
          {face.waits && face.hasFace && (
            <span>
              {' '}
              {say('face:changedBy', { name: face.changedBy ?? say('face:somebody') })}{' '}
              <Ago at={face.changedAt} />
            </span>
          )}
        </p>
        {face.waits && (
          <div className="face-bar__action">
            {closed && <span id="face-bar-closed">{closed}</span>}
            <Button
              size="medium"
              margin={false}
              disabled={isBusy || closed !== null}
              onClick={() => void release()}
              extraButtonProps={closed ? { 'aria-describedby': 'face-bar-closed' } : {}}
            >
              {say('face:release')}
            </Button>
          </div>
        )}
      </div>
      {face.waits && face.changes.length > 0 && (
        <details className="face-bar__changes" open={face.hasFace}>
          <summary>{say(face.hasFace ? 'face:difference' : 'face:whatReadersGet')}</summary>
          <div className="face-bar__heads" aria-hidden="true">
            <span>{say('face:now')}</span>
            <span>{say('face:then')}</span>
          </div>
          {face.changes.map((change) => (
            <Change key={change.field} change={change} face={face} />
          ))}
        </details>
      )}
    </section>
  );

  function standing({ hasFace, isPublic, waits }: FaceStanding): string {
    if (!hasFace) return say('face:none');
    if (waits) return say(isPublic ? 'face:other' : 'face:otherHidden');
    return say(isPublic ? 'face:same' : 'face:sameHidden');
  }
}

function Change({ change, face }: { change: FaceChange; face: FaceStanding }) {
  const { language, say } = useWords();
  const { label, parts } = change;
  const isPicture = change.field === 'file' && face.pictures;
  return (
    <div className="face-bar__change">
      <h4>{language.startsWith('de') ? label.de : label.en}</h4>
      {isPicture ? (
        <div className="diff__sides">
          <p>{face.pictures?.before && <img src={face.pictures.before} alt={change.before} />}</p>
          <p>{face.pictures?.after && <img src={face.pictures.after} alt={change.after} />}</p>
        </div>
      ) : (
        <Words words={parts} say={say} language={language} />
      )}
    </div>
  );
}
