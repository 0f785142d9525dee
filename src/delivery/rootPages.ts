import type { Site } from './Site';

/** What crawlers look for at the root of a site, by path; `type` is its media type. */
export function rootPages({
  name,
  homeUrl,
  publicUrl,
}: Site): Record<string, { type: string; body: string }> {
  const api = `${publicUrl}/v1`;
  return {
    '/robots.txt': {
      type: 'text/plain; charset=utf-8',
      body: [
        'User-agent: *',
        'Disallow: /admin',
        'Disallow: /api/',
        'Disallow: /v1/preview/',
        'Disallow: /read/preview',
        '',
        `Sitemap: ${api}/sitemaps/index.xml`,
        `Sitemap: ${api}/sitemaps/news.xml`,
        '',
      ].join('\n'),
    },
    '/llms.txt': {
      type: 'text/plain; charset=utf-8',
      body: `# ${name}

> News articles with sourced quotations, as web pages and as JSON.

## For programs

- [API description](${api}/openapi.json): OpenAPI 3.1
- [API documentation](${api}/docs)
- [Newest articles](${api}/articles): JSON; every article has its body as text, HTML and structure
- [Changes](${api}/changes): what was published and withdrawn, without a gap; drop what is withdrawn
- [RSS](${api}/feeds/rss.xml)
- [Corrections](${api}/corrections)

## For people

- [Front page](${homeUrl})
`,
    },
  };
}
