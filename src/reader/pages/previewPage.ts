import type { Article } from '../../client/apiTypes';
import { html } from '../html';
import { wordsIn } from '../words';
import { articleBody } from './articlePage';
import type { Page, ReaderSite } from './layout';

/** An article that is not published, in the templates of those that are. */
export function previewPage({
  article,
  site,
  label,
}: {
  article: Article;
  site: ReaderSite;
  label: string;
}): Page {
  const words = wordsIn(site.language);
  return {
    status: 200,
    title: words.preview(article.headline || words.untitled),
    isPrivate: true,
    main: html`<p class="label">${label}</p>
      ${articleBody(article, site)}`,
  };
}
