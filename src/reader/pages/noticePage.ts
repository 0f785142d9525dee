import { html } from '../html';
import { wordsIn } from '../words';
import type { Page, ReaderSite } from './layout';

/** Says why there is no article here, and where to go on. */
export function noticePage({
  status,
  title,
  message,
  site,
}: {
  status: number;
  title: string;
  message: string;
  site: ReaderSite;
}): Page {
  return {
    status,
    title,
    isPrivate: true,
    main: html`<h1>${title}</h1>
      <p class="standfirst">${message}</p>
      <p class="next"><a href="/read">${wordsIn(site.language).toFront}</a></p>`,
  };
}
