import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { toast, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

import { askApi } from '../page/askApi';
import { useWords } from '../words/useWords';
import { ARTICLE_SAVED } from '../workflow/useArticleActions';
import { readSections } from './canvas/sections';
import { storyApi } from './saving/storyApi';
import type { StorySaving } from './saving/useStorySaving';

interface TakenSection {
  id: string;
  label?: string | null;
  revision?: number | null;
}

/** Sections that are no longer part of the story: their text is kept, and they can come back. */
export function TakenOut({
  editor,
  articleId,
  saving,
}: {
  editor: LexicalEditor;
  articleId: string;
  saving: StorySaving;
}) {
  const { config } = useConfig();
  const { say } = useWords();
  const { sections, reload } = useTakenOut(editor, articleId);
  const [isBusy, setBusy] = useState(false);
  const { saveNow } = saving;

  const putBack = async ({ id, revision }: TakenSection) => {
    setBusy(true);
    const api = storyApi(config.routes.api, articleId);
    const story = (await saveNow()) ? await api.read() : null;
    const answer = story && {
      ...(await api.save(
        {
          revision: story.revision,
          headline: story.headline,
          standfirst: story.standfirst,
          sections: [
            ...story.sections.map((each) => ({ id: each.id, revision: each.revision })),
            { id, revision: revision ?? 0 },
          ],
        },
        crypto.randomUUID(),
      )),
    };
    setBusy(false);
    if (answer?.kind !== 'saved') {
      const told = answer?.kind === 'refused' ? answer.message : null;
      toast.error(told ?? say('taken:failed'));
      return;
    }
    // The page hears of it as of anybody's save.
    window.dispatchEvent(new Event(ARTICLE_SAVED));
    await reload();
  };

  if (sections.length === 0) return null;
  return (
    <details className="story-taken">
      <summary>{say('taken:title', { count: sections.length })}</summary>
      <p>{say('taken:help')}</p>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <span>{section.label}</span>
            <button
              aria-label={say('taken:putBackNamed', { name: section.label ?? '' })}
              className="story-tool"
              disabled={isBusy}
              onClick={() => void putBack(section)}
              type="button"
            >
              {say('taken:putBack')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** More than a screen of them is found in the list of sections. */
const SHOWN = 30;

/** Asked for anew when a save changed which sections the story has. */
function useTakenOut(editor: LexicalEditor, articleId: string) {
  const { config } = useConfig();
  const { api } = config.routes;
  const [sections, setSections] = useState<TakenSection[]>([]);
  const known = useRef('');

  const reload = useCallback(async () => {
    const story = await storyApi(api, articleId).read();
    if (!story) return;
    const query = new URLSearchParams({
      'where[article][equals]': articleId,
      'where[id][not_in]': story.sections.map(({ id }) => id).join(','),
      'select[label]': 'true',
      'select[revision]': 'true',
      draft: 'true',
      depth: '0',
      limit: String(SHOWN),
      sort: '-updatedAt',
    });
    const answer = await askApi<{ docs: TakenSection[] }>(`${api}/sections?${query.toString()}`);
    if (answer.ok) setSections(answer.body.docs);
  }, [api, articleId]);

  useEffect(() => {
    const follow = () => {
      const now = readSections(editor)
        .map(({ key }) => key)
        .join(' ');
      if (now === known.current) return;
      known.current = now;
      void reload();
    };
    follow();
    window.addEventListener(ARTICLE_SAVED, follow);
    return () => window.removeEventListener(ARTICLE_SAVED, follow);
  }, [editor, reload]);

  return { sections, reload };
}
