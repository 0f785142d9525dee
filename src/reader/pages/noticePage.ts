import { html } from '../html';
import type { Page } from './layout';

/** Says why there is no article here, and where to go on. */
export function noticePage({
  status,
  title,
  message,
}: {
  status: number;
  title: string;
  message: string;
}): Page {
  return {
    status,
    title,
    isPrivate: true,
    main: html`<h1>${title}</h1>
      <p class="standfirst">${message}</p>
      <p class="next"><a href="/read">To the front page</a></p>`,
  };
}
