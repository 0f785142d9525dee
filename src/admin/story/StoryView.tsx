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

import type { WholeStory } from '../../domain/story/WholeStory';
import type { ActionOverview } from '../../domain/workflow/ActionOverview';
import { useWords } from '../words/useWords';
import { PreviewPane } from './preview/PreviewPane';
import { usePreview } from './preview/usePreview';
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

function LoadedStory({ articleId }: { articleId: string }) {
  const { config, getEntityConfig } = useConfig();
  const [story, setStory] = useState<WholeStory | 'missing' | null>(null);
  const labels = getEntityConfig({ collectionSlug: 'articles' }).labels;
  const api = config.routes.api;
  const [overview, setOverview] = useState<ActionOverview | null>(null);
  const preview = usePreview();
  const { say } = useWords();

  useEffect(() => {
    let isGone = false;
    void storyApi(api, articleId)
      .read()
      .then((loaded) => {
        if (!isGone) setStory(loaded ?? 'missing');
      });
    return () => {
      isGone = true;
    };
  }, [api, articleId]);

  const isOpened = story !== null && story !== 'missing';
  const isPreviewing = isOpened && preview.isOpen;
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
          {story === null && <p className="story__loading">{say('story:opening')}</p>}
          {story === 'missing' && <p role="alert">{say('story:notOpened')}</p>}
          {isOpened && <StoryPage onOverview={setOverview} preview={preview} story={story} />}
        </Gutter>
      </div>
      {isPreviewing && <PreviewPane overview={overview} preview={preview} />}
    </main>
  );
}
