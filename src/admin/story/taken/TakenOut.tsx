import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical';
import { toast, useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

import { useWords } from '../../words/useWords';
import { ARTICLE_SAVED } from '../../workflow/useArticleActions';
import { readSections } from '../canvas/sections';
import { storyApi } from '../saving/storyApi';
import type { StorySaving } from '../saving/useStorySaving';
import { readTakenOut, type TakenSection } from './readTakenOut';
import { TakenOutList } from './TakenOutList';

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
    const answer =
      story &&
      (await api.save(
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
      ));
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

  return (
    <TakenOutList
      isBusy={isBusy}
      onPutBack={(section) => void putBack(section)}
      sections={sections}
    />
  );
}

/** Asked for anew when a save changed which sections the story has. */
function useTakenOut(editor: LexicalEditor, articleId: string) {
  const { config } = useConfig();
  const { api } = config.routes;
  const [sections, setSections] = useState<TakenSection[]>([]);
  const known = useRef('');

  const reload = useCallback(async () => {
    const story = await storyApi(api, articleId).read();
    if (!story) return;
    const ids = story.sections.map(({ id }) => id);
    const found = await readTakenOut(api, articleId, ids);
    if (found) setSections(found);
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
