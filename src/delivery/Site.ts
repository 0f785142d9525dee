/** Where things are found from outside; all addresses are absolute, without a slash at the end. */
export interface Site {
  /** This server: the API and the images. */
  publicUrl: string;
  /** The front page for readers. */
  homeUrl: string;
  /** The page of an article for readers. */
  articleUrl: (slug: string) => string;
  /** The newsroom's name in feeds and structured data. */
  name: string;
  /** BCP 47. */
  language: string;
  /** The WebSub hub that feeds name; a worker tells it of changes. */
  hubUrl: string | null;
  correctionsPolicyUrl: string | null;
  ethicsPolicyUrl: string | null;
}

/** The site that is served here, with what an operator chose of it. */
export function siteAt({
  publicUrl,
  ...chosen
}: Pick<Site, 'publicUrl'> & Partial<Omit<Site, 'publicUrl'>>): Site {
  return {
    publicUrl,
    articleUrl: (slug) => `${publicUrl}/read/${encodeURIComponent(slug)}`,
    homeUrl: `${publicUrl}/read`,
    name: 'Standfirst',
    language: 'en',
    hubUrl: null,
    correctionsPolicyUrl: null,
    ethicsPolicyUrl: null,
    ...chosen,
  };
}
