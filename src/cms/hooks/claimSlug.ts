import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { Refusal } from '../../actions/Refusal';
import { slugRow } from '../../actions/load/slugRow';
import { slugFrom } from '../../domain/slugFrom';
import type { Article } from '../../payload-types';

/**
 * Decides an article's slug and refuses one that another article holds. Until the first publication
 * a slug made from the headline follows the headline; a typed one stays, and after publication only
 * an editor's own change moves it. `bindSlug` writes the claim down once the article has an id.
 */
export const claimSlug: CollectionBeforeChangeHook<Article> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (actionOf(req) || data.deletedAt) return data;
  const original = operation === 'update' ? originalDoc : undefined;
  const headline = data.headline ?? original?.headline ?? '';
  // On a duplicate Payload sends the original's slug along as data; it belongs to the original.
  const sent = operation === 'create' && originalDoc?.slug === data.slug ? '' : data.slug;
  const typed = sent && sent !== original?.slug ? slugFrom(sent) : '';
  if (typed) {
    if (await isTaken({ slug: typed, articleId: original?.id, req })) {
      throw new Refusal({
        code: 'SLUG_TAKEN',
        status: 409,
        message: `The slug “${typed}” belongs to another article. Choose another.`,
      });
    }
    return { ...data, slug: typed };
  }
  if (original?.slug && !followsHeadline(original)) return { ...data, slug: original.slug };

  const base = slugFrom(headline) || 'untitled';
  if (original?.slug && isMadeFrom(original.slug, base)) return { ...data, slug: original.slug };
  let slug = base;
  for (let number = 2; await isTaken({ slug, articleId: original?.id, req }); number += 1) {
    slug = `${base}-${number}`;
  }
  return { ...data, slug };
};

function followsHeadline(article: Article): boolean {
  const wasPublished = Boolean(article.workflow?.firstPublishedAt);
  const base = slugFrom(article.headline ?? '') || 'untitled';
  return !wasPublished && isMadeFrom(article.slug ?? '', base);
}

/** The base itself, or the base with the number that told it apart from others. */
function isMadeFrom(slug: string, base: string): boolean {
  return (
    slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)))
  );
}

async function isTaken({
  slug,
  articleId,
  req,
}: {
  slug: string;
  articleId: string | undefined;
  req: PayloadRequest;
}): Promise<boolean> {
  const owner = (await slugRow(slug, req))?.article;
  return owner !== undefined && owner !== articleId;
}
