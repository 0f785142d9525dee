import type { PayloadRequest } from 'payload';

import { canonicalHash } from '../../domain/edition/canonicalHash';
import type {
  SavedStory,
  SectionToSave,
  StaleParts,
  StorySection,
  StoryToSave,
  WholeStory,
} from '../../domain/story/WholeStory';
import { findByIds } from '../load/findByIds';
import { followNotes } from '../notes/followNotes';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';
import { readStory } from './readStory';
import { Refusal } from '../Refusal';
import { repeatable } from '../transaction/repeatable';

/**
 * Saves a whole story as this user's ordinary draft save, all of it or nothing: the texts that
 * changed, sections made, split, joined and moved. A section that is left out is no longer part of
 * the story; its document and its versions stay. What is stored already is not saved again, so that
 * repeating a save changes nothing; `idempotencyKey` says the same of new sections.
 *
 * @throws Refusal STALE_SAVE 409 with both texts where somebody saved a part that this would change,
 * SECTION_UNKNOWN 400, NOT_FOUND 404, and what saving refuses to this user.
 */
export function saveStory({
  articleId,
  story,
  idempotencyKey,
  now,
  ...call
}: ActionCall & {
  articleId: string;
  story: StoryToSave;
  idempotencyKey: string | null;
  now: Date;
}): Promise<SavedStory> {
  return inTransaction({
    ...call,
    // Its sections join the article by the list that is saved with them.
    context: { isWholeStory: true },
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { saveStory: articleId, story },
        now,
        req,
        work: async () => {
          const saved = await save({ articleId, story, req });
          await followNotes(articleId, req);
          return saved;
        },
      }),
  });
}

/** As the panel's own form saves while somebody types: one row of a version, not one a save. */
const AS_TYPED = { draft: true, autosave: true, depth: 0, overrideAccess: false } as const;

interface Save {
  articleId: string;
  story: StoryToSave;
  req: PayloadRequest;
}

async function save({ articleId, story, req }: Save): Promise<SavedStory> {
  const newest = await readStory(articleId, req);
  const stored = await storedSections({ newest, story, req });
  refuseStale({ newest, stored, story });

  const sections: SavedStory['sections'] = [];
  for (const section of story.sections) {
    const old = section.id === null ? undefined : stored.get(section.id);
    sections.push(await saveSection({ articleId, section, old, req }));
  }
  if (!isArticleChanged(story, newest, sections)) return { revision: newest.revision, sections };
  const article = await req.payload.update({
    collection: 'articles',
    id: articleId,
    data: {
      headline: story.headline,
      standfirst: story.standfirst,
      sections: sections.map(({ id }) => id),
      revision: newest.revision,
    },
    ...AS_TYPED,
    req,
  });
  return { revision: article.revision ?? 0, sections };
}

/** The sections that a save names: those of the story, and those that were part of it before. */
async function storedSections({
  newest,
  story,
  req,
}: Omit<Save, 'articleId'> & { newest: WholeStory }): Promise<Map<string, StorySection>> {
  const stored = new Map(newest.sections.map((section) => [section.id, section]));
  const others = story.sections.flatMap(({ id }) => (id === null || stored.has(id) ? [] : [id]));
  for (const section of await findByIds({
    collection: 'sections',
    ids: others,
    draft: true,
    req,
  })) {
    const { id, heading, body, revision } = section;
    stored.set(id, { id, revision: revision ?? 0, heading: heading ?? null, body: body ?? null });
  }
  const unknown = others.find((id) => !stored.has(id));
  if (unknown) {
    throw new Refusal({
      code: 'SECTION_UNKNOWN',
      status: 400,
      message: `There is no section ${unknown}, or it is in the trash. Send its text as a new one.`,
    });
  }
  return stored;
}

/** Only what this save would change can be too late: who works on other sections is in nobody's way. */
function refuseStale({
  newest,
  stored,
  story,
}: {
  newest: WholeStory;
  stored: ReadonlyMap<string, StorySection>;
  story: StoryToSave;
}): void {
  const late = story.sections.filter((section) => {
    const old = section.id === null ? undefined : stored.get(section.id);
    return old !== undefined && isSectionChanged(section, old) && section.revision !== old.revision;
  });
  const isArticleLate =
    story.revision !== newest.revision && isArticleChanged(story, newest, story.sections);
  if (late.length === 0 && !isArticleLate) return;
  const { headline, standfirst } = story;
  const stale: StaleParts = {
    article: isArticleLate,
    sections: late.flatMap(({ id }) => id ?? []),
  };
  throw new Refusal({
    code: 'STALE_SAVE',
    status: 409,
    message:
      'Somebody saved this after you opened it. Nothing of yours was saved and nothing is lost: compare the two, then save again.',
    details: { stale, yours: { headline, standfirst, sections: late }, newest },
  });
}

function isArticleChanged(
  story: StoryToSave,
  newest: WholeStory,
  sections: readonly { id: string | null }[],
): boolean {
  return (
    story.headline !== newest.headline ||
    (story.standfirst ?? '') !== (newest.standfirst ?? '') ||
    sections.length !== newest.sections.length ||
    sections.some(({ id }, index) => id !== newest.sections[index]?.id)
  );
}

function isSectionChanged({ heading, body }: SectionToSave, old: StorySection): boolean {
  return (
    (heading !== undefined && (heading ?? '') !== (old.heading ?? '')) ||
    (body !== undefined && canonicalHash(body) !== canonicalHash(old.body))
  );
}

async function saveSection({
  articleId,
  section,
  old,
  req,
}: {
  articleId: string;
  section: SectionToSave;
  old: StorySection | undefined;
  req: PayloadRequest;
}): Promise<{ id: string; revision: number }> {
  const { heading, body } = section;
  if (old && !isSectionChanged(section, old)) return { id: old.id, revision: old.revision };
  const saved = old
    ? await req.payload.update({
        collection: 'sections',
        id: old.id,
        data: {
          ...(heading === undefined ? {} : { heading }),
          ...(body === undefined ? {} : { body }),
          revision: old.revision,
        },
        ...AS_TYPED,
        req,
      })
    : await req.payload.create({
        collection: 'sections',
        data: { article: articleId, heading: heading ?? null, body: body ?? null },
        ...AS_TYPED,
        req,
      });
  return { id: saved.id, revision: saved.revision ?? 0 };
}
