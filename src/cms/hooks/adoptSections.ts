import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload';

import { actionOf } from '../../actions/transaction/actionRequest';
import { findByIds } from '../../actions/load/findByIds';
import { Refusal } from '../../actions/Refusal';
import { recordContributor } from '../../actions/record/recordContributor';
import { writeFields } from '../../actions/record/writeFields';
import { idOf, idsOf } from '../../domain/edition/WorkingCopy';
import type { Contributor } from '../../domain/workflow/contributors';
import type { Article, Section } from '../../payload-types';

/** Refuses an article that lists a section of another article, or one that does not exist. */
const check: CollectionBeforeChangeHook<Article> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (!data.sections || actionOf(req)) return data;
  const ids = [...new Set(idsOf(data.sections))];
  const before = new Set(operation === 'update' ? idsOf(originalDoc?.sections) : []);
  const added = ids.filter((id) => !before.has(id));
  const found = new Map((await sections(added, req)).map((section) => [section.id, section]));
  for (const id of added) {
    const section = found.get(id);
    const owner = idOf(section?.article);
    if (!section || (owner && owner !== originalDoc?.id)) {
      throw new Refusal({
        code: section ? 'SECTION_BELONGS_ELSEWHERE' : 'SECTION_UNKNOWN',
        status: section ? 409 : 400,
        message: section
          ? `The section “${section.label ?? id}” belongs to another article. Copy its text instead.`
          : `There is no section ${id}. Create it first, then add it to the article.`,
      });
    }
  }
  return { ...data, sections: ids };
};

/** Makes the sections that an article newly lists its own, with whoever wrote them. */
const adopt: CollectionAfterChangeHook<Article> = async ({ doc, previousDoc, req }) => {
  if (actionOf(req)) return doc;
  const before = new Set(idsOf((previousDoc as Partial<Article> | undefined)?.sections));
  const added = idsOf(doc.sections).filter((id) => !before.has(id));
  for (const section of await sections(added, req)) {
    if (idOf(section.article)) continue;
    // Straight into the record: the person in the section's own form must not get a conflict for it.
    const author = section.savedBy ? await nameOf(idOf(section.savedBy), req) : null;
    if (author) await recordContributor(doc.id, author, req);
    const fields = { article: doc.id };
    await writeFields({
      collection: 'sections',
      id: section.id,
      stored: fields,
      newest: fields,
      req,
    });
  }
  return doc;
};

export const adoptSections = { check, adopt };

async function nameOf(user: string | null, req: PayloadRequest): Promise<Contributor | null> {
  const [found] = user ? await findByIds({ collection: 'users', ids: [user], req }) : [];
  return found ? { user: found.id, name: found.name, at: new Date().toISOString() } : null;
}

function sections(ids: readonly string[], req: PayloadRequest): Promise<Section[]> {
  return findByIds({ collection: 'sections', ids, draft: true, req });
}
