'use client';

import {
  DefaultEditView,
  Gutter,
  LivePreviewWindow,
  SetDocumentStepNav,
  useConfig,
  useDocumentInfo,
  useEditDepth,
  useLivePreviewContext,
} from '@payloadcms/ui';
import type { DocumentViewClientProps } from 'payload';
import { useEffect, useState } from 'react';

import type { WholeStory } from '../../domain/story/WholeStory';
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
  const { isLivePreviewing, url: previewUrl } = useLivePreviewContext();

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

  return (
    <main className={`story${isLivePreviewing ? ' story--beside-preview' : ''}`}>
      <SetDocumentStepNav
        collectionSlug="articles"
        id={articleId}
        pluralLabel={labels.plural}
        useAsTitle="headline"
      />
      <Gutter className="story__gutter">
        {story === null && <p className="story__loading">Opening the story…</p>}
        {story === 'missing' && (
          <p role="alert">
            The story could not be opened: the server cannot be reached. Reload the page.
          </p>
        )}
        {story !== null && story !== 'missing' && <StoryPage story={story} />}
      </Gutter>
      {previewUrl && <LivePreviewWindow collectionSlug="articles" />}
    </main>
  );
}
