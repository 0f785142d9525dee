import { escapeHtml } from '../domain/richText/escapeHtml';

/** Markup that is safe as it stands. */
export interface Html {
  html: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Markup from a template: text is escaped, markup and lists of it stay as they are. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return {
    html: strings.map((text, index) => text + written(parts[index])).join(''),
  };
}

/** Takes text for markup: only what the API calls safe to insert, and what is written here. */
export function safe(markup: string): Html {
  return { html: markup };
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(written).join('');
  return escapeHtml(String(part));
}
