'use client';

import {
  DefaultEditView,
  Gutter,
  SetDocumentStepNav,
  useConfig,
  useDocumentInfo,
  useEditDepth,
} from '@payloadcms/ui';
import type { DocumentViewClientProps } from 'payload';
import { useEffect, useState } from 'react';

import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import { useWords } from '../words/useWords';
import { readOverview } from '../workflow/useArticleActions';
import { PreviewPane } from './preview/PreviewPane';
import { usePreview } from './preview/usePreview';
import type { StoryProps } from './StoryCanvas';
import { StoryPage } from './StoryPage';
import { storyApi } from './saving/storyApi';

import './story.css';

/**
 * The article as its writers see it: the whole story on one page. In a drawer, in the trash and
 * before it exists, the article has Payload's own form.
 */
export function StoryView(props: DocumentViewClientProps) {
  const { id, isTrashed } = useDocumentInfo();
  const depth = useEditDepth();
  if (!id || isTrashed || depth > 1) return <DefaultEditView {...props} />;
  return <LoadedStory articleId={String(id)} key={id} />;
}

/** A story, and where its article stood when it was opened. */
type OpenedStory = Pick<StoryProps, 'story' | 'known'>;

function LoadedStory({ articleId }: { articleId: string }) {
  const { config, getEntityConfig } = useConfig();
  const [opened, setOpened] = useState<OpenedStory | 'missing' | null>(null);
  const labels = getEntityConfig({ collectionSlug: 'articles' }).labels;
  const api = config.routes.api;
  const [overview, setOverview] = useState<ActionOverview | null>(null);
  const preview = usePreview();
  const { say } = useWords();

  useEffect(() => {
    let isGone = false;
    // Both at once: a bar that came later would push the text down under its readers.
    void Promise.all([
      storyApi(api, articleId).read(),
      readOverview(`${api}/articles/${articleId}`),
    ]).then(([story, known]) => {
      if (isGone) return;
      setOpened(story ? { story, known } : 'missing');
    });
    return () => {
      isGone = true;
    };
  }, [api, articleId]);

  const isPreviewing = opened !== null && opened !== 'missing' && preview.isOpen;
  return (
    <main className={`story${isPreviewing ? ' story--beside-preview' : ''}`}>
      <SetDocumentStepNav
        collectionSlug="articles"
        id={articleId}
        pluralLabel={labels.plural}
        useAsTitle="headline"
      />
      <div className="story__beside" inert={isPreviewing && preview.isCovering}>
        <Gutter className="story__gutter">
          {opened === null && <p className="story__loading">{say('story:opening')}</p>}
          {opened === 'missing' && <p role="alert">{say('story:notOpened')}</p>}
          {opened !== null && opened !== 'missing' && (
            <StoryPage onOverview={setOverview} preview={preview} {...opened} />
          )}
        </Gutter>
      </div>
      {isPreviewing && <PreviewPane overview={overview} preview={preview} />}
    </main>
  );
}
