import { mentionsIn } from '../../domain/notes/mentionsIn';
import { LONGEST_PASSAGE, type Note, type NoteSpot } from '../../domain/notes/Note';
import { findAnchor } from '../../domain/notes/findAnchor';
import { spotsOf } from '../../domain/notes/placeNotes';
import { anchorIn } from '../../domain/quotations/anchorIn';
import type { QuotationAnchor } from '../../domain/quotations/SectionQuotation';
import { inTransaction, type ActionCall } from '../transaction/inTransaction';
import { loadColleagues } from '../load/loadColleagues';
import { noteOf } from './loadNotes';
import { readStory } from '../story/readStory';
import { Refusal } from '../Refusal';
import { repeatable } from '../transaction/repeatable';
import { sendNoticesSoon } from '../record/sendNotices';
import { tellOfComment } from './tellOfComment';

/** Nobody reads more; a client that runs wild is stopped here. */
const MOST_OPEN = 500;

/**
 * Begins a thread about words of a story. The text itself is untouched, and so are its approval and
 * its edition.
 *
 * @throws Refusal NOT_FOUND 404, WORDS_NOT_FOUND 409, TOO_MANY_NOTES 409.
 */
export async function writeNote({
  articleId,
  spot,
  anchor,
  text,
  idempotencyKey,
  now,
  ...call
}: ActionCall & {
  articleId: string;
  spot: NoteSpot;
  anchor: QuotationAnchor;
  text: string;
  idempotencyKey: string | null;
  now: Date;
}): Promise<Note> {
  const note = await inTransaction({
    ...call,
    work: (req) =>
      repeatable({
        key: idempotencyKey,
        request: { writeNote: articleId, spot, anchor, text },
        now,
        req,
        work: async () => {
          const story = await readStory(articleId, req);
          const found = spotsOf(story).find(
            ({ place, section }) => place === spot.place && section === spot.section,
          );
          const span = found && findAnchor(found.text, anchor);
          if (!span || span.end - span.start > LONGEST_PASSAGE) {
            throw new Refusal({
              code: 'WORDS_NOT_FOUND',
              status: 409,
              message:
                'These words are not in the saved text any more. Choose them anew; the note is not lost.',
            });
          }
          const where = { article: { equals: articleId }, resolvedAt: { exists: false } };
          const open = await req.payload.count({ collection: 'notes', where, req });
          if (open.totalDocs >= MOST_OPEN) {
            throw new Refusal({
              code: 'TOO_MANY_NOTES',
              status: 409,
              message: `This story has ${MOST_OPEN} open notes. Resolve some first.`,
            });
          }
          const mentions = mentionsIn(text, await loadColleagues(req));
          const kept = anchorIn(found.text, span);
          const document = await req.payload.create({
            collection: 'notes',
            data: {
              ...spot,
              article: articleId,
              about: kept.exact,
              anchor: kept,
              comments: [
                {
                  author: call.user?.id,
                  authorName: call.user?.name,
                  text,
                  mentions,
                  at: now.toISOString(),
                },
              ],
            },
            depth: 0,
            overrideAccess: true,
            req,
          });
          const { headline } = story;
          const told = { articleId, headline, noteId: document.id, text, at: now };
          await tellOfComment({ ...told, mentioned: mentions, participants: [] }, req);
          return noteOf(document);
        },
      }),
  });
  sendNoticesSoon(call.payload);
  return note;
}
