import type { Choice } from '../../../domain/desk/Desk';
import { commentParts } from '../../../domain/notes/mentionsIn';

/** A comment with the names that it calls set off. */
export function CommentText({ text, colleagues }: { text: string; colleagues: readonly Choice[] }) {
  return (
    <p className="story-comment__text">
      {commentParts(text, colleagues).map(({ text: part, people }, index) =>
        people.length > 0 ? <strong key={index}>{part}</strong> : part,
      )}
    </p>
  );
}
