import { escapeHtml } from '../../domain/richText/escapeHtml';
import type { OpenApiDocument } from './openApiDocument';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h2 { margin-top: 2.5rem; } h3 { margin: 2rem 0 0.25rem; font: 600 1rem/1.4 ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; font-size: 0.9rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid #8884; }
code { font-family: ui-monospace, monospace; }
`;

/** The documentation for people: one page, made here, that loads nothing. */
export function documentationPage({ info, paths, servers }: OpenApiDocument): string {
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, ...get }));
  const groups = [...new Set(operations.flatMap(({ tags }) => tags))];
  const base = servers[0]?.url ?? '';
  const sections = groups.map((group) => {
    const parts = operations
      .filter(({ tags }) => tags.includes(group))
      .map(({ path, operationId, summary, parameters, responses }) => {
        const rows = parameters.map(({ name, in: place, required, description = '' }) =>
          row(name, `${place}${required ? ', required' : ''}`, description),
        );
        const answers = Object.entries(responses).map(([status, { description, content }]) =>
          row(status, Object.keys(content ?? {}).join(', '), description),
        );
        return `<h3 id="${operationId}">GET ${escapeHtml(base + path)}</h3><p>${escapeHtml(summary)}</p><table>${rows.join('')}${answers.join('')}</table>`;
      });
    return `<h2>${escapeHtml(group)}</h2>${parts.join('')}`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(info.title)}</title><style>${STYLE}</style></head><body><h1>${escapeHtml(info.title)}</h1><p>${escapeHtml(info.description)} For programs: <a href="${escapeHtml(base)}/openapi.json">OpenAPI 3.1</a>.</p>${sections.join('')}</body></html>`;
}

function row(...[name, kind, text]: [string, string, string]): string {
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(kind)}</td><td>${escapeHtml(text)}</td></tr>`;
}
