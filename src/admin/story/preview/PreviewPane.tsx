import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import type { PreviewOf } from '../../../domain/edition/PreviewOf';
import type { ActionOverview } from '../../../domain/workflow/ActionOverview';
import { useWords } from '../../words/useWords';
import { ARTICLE_SAVED } from '../../workflow/useArticleActions';
import { Tool } from '../Tool';
import { DEVICES, type Device, type Preview } from './usePreview';

import './preview.css';

/** What the frame's page reloads at: Payload's own message, as beside its forms. */
const SAVED = { type: 'payload-document-event' };

/** The reader's page of the story, beside the text that it is made from. */
export function PreviewPane({
  preview: { url, device, isCovering, choose, toggle },
  overview,
}: {
  preview: Preview;
  /** Which editions there are; null until that is known. */
  overview: ActionOverview | null;
}) {
  const { say } = useWords();
  const [wanted, setWanted] = useState<PreviewOf>('draft');
  const frame = useRef<HTMLIFrameElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const { stage, scale, height } = useFit(DEVICES[device]);

  const editions = {
    draft: 'draft',
    approved: overview?.approvedEdition,
    live: overview?.publicationState === 'live' ? overview.liveEdition : null,
  };
  const shown = editions[wanted] ? wanted : 'draft';
  const address = shown === 'draft' ? url : `${url}&of=${shown}`;
  const names: Record<PreviewOf, string> = {
    draft: say('preview:draft'),
    approved: say('preview:approved', { number: overview?.approvedNumber ?? '' }),
    live: say('preview:live', { number: overview?.liveNumber ?? '' }),
  };

  useEffect(() => {
    if (shown !== 'draft') return undefined;
    const tell = () => frame.current?.contentWindow?.postMessage(SAVED, window.location.origin);
    window.addEventListener(ARTICLE_SAVED, tell);
    return () => window.removeEventListener(ARTICLE_SAVED, tell);
  }, [shown]);

  // Beside the text the cursor stays in it; where the text is covered there is nothing to write in.
  useEffect(() => {
    if (!isCovering) return undefined;
    close.current?.focus();
    return () => document.getElementById(PREVIEW_BUTTON)?.focus();
  }, [isCovering]);

  return (
    <section
      aria-label={say('preview:title')}
      className={`story-preview${isCovering ? ' story-preview--covering' : ''}`}
      onKeyDown={({ key }) => isCovering && key === 'Escape' && toggle()}
    >
      <div className="story-preview__bar">
        <div aria-label={say('preview:what')} className="story-preview__choice" role="group">
          {(Object.keys(editions) as PreviewOf[])
            .filter((of) => editions[of])
            .map((of) => (
              <Tool
                hint={say(`preview:${of}Hint`)}
                isOn={of === shown}
                key={of}
                label={names[of]}
                onClick={() => setWanted(of)}
              >
                {names[of]}
              </Tool>
            ))}
        </div>
        <div
          aria-label={say('preview:width')}
          className="story-preview__choice story-preview__widths"
          role="group"
        >
          {(Object.keys(DEVICES) as Device[]).map((one) => (
            <Tool
              hint={say('preview:widthHint', { pixels: DEVICES[one] })}
              isOn={one === device}
              key={one}
              label={say(`preview:${one}`)}
              onClick={() => choose(one)}
            >
              {say(`preview:${one}`)}
            </Tool>
          ))}
        </div>
        <a className="story-tool" href={address} rel="noreferrer" target="_blank">
          {say('preview:newTab')}
        </a>
        <button
          className="story-tool story-preview__close"
          onClick={toggle}
          ref={close}
          type="button"
        >
          {say('preview:close')}
        </button>
      </div>
      <div className="story-preview__stage" ref={stage}>
        <div
          className="story-preview__sheet"
          style={{ height: height * scale, width: DEVICES[device] * scale }}
        >
          <iframe
            // An edition that takes another's place is another page.
            key={`${shown} ${editions[shown] ?? ''}`}
            ref={frame}
            src={address}
            style={{ height, transform: `scale(${scale})`, width: DEVICES[device] }}
            title={say('preview:frame', { what: names[shown] })}
          />
        </div>
      </div>
    </section>
  );
}

/** The button that opens it, to which the focus returns. */
export const PREVIEW_BUTTON = 'story-preview-button';

/** How small a page of this width must be drawn to fit, and how high it is then. */
function useFit(width: number) {
  const stage = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const size = new ResizeObserver(measure);
    size.observe(element);
    return () => size.disconnect();
  }, []);
  const scale = Math.min(1, room.width / width) || 1;
  return { stage, scale, height: Math.floor(room.height / scale) };
}
