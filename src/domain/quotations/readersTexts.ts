import { fieldsOf } from '../edition/editionFields';
import { idOf, sectionsInOrder, type WorkingCopy } from '../edition/WorkingCopy';
import { bodyReferences } from '../richText/bodyReferences';
import { childrenOf, type RichText, type RichTextNode } from '../richText/RichText';
import type { PublishIssue } from '../workflow/PublishIssue';

/** A text that readers see outside of the bodies. */
export interface ReadersText {
  /** Path of the field in the article. */
  path: string;
  /** What it is called in the middle of a sentence. */
  name: string;
  text: string;
  /** The document that holds it, where it is not the article. */
  subject?: PublishIssue['subject'];
}

/** Addresses and names of places and firms: nobody speaks in them. */
const WITHOUT_SPEECH = new Set(['slug', 'dateline', 'credit', 'leadImageCredit']);

/**
 * Every text of a working copy that readers see outside of the bodies, as the edition's table of
 * fields has them: those of the article, of its images, of its sections, and of what is embedded.
 */
export function readersTexts(
  workingCopy: Pick<WorkingCopy, 'article' | 'sections'> & Partial<Pick<WorkingCopy, 'media'>>,
): ReadersText[] {
  const { article, media = [] } = workingCopy;
  const sections = sectionsInOrder(workingCopy);
  const texts = textsOf('article', article).map(({ path, label, text }) => ({
    path,
    name: `the field “${label}”`,
    text,
  }));
  // What a minor change says stays in the newsroom.
  if (article.change?.note && article.change.kind !== 'minor') {
    texts.push({ path: 'change.note', name: 'the note of the change', text: article.change.note });
  }
  const lead = idOf(article.leadImage);
  const shown: { id: string; path: string; of: string }[] = [
    ...(lead ? [{ id: lead, path: 'leadImage', of: 'the lead image' }] : []),
    ...sections.flatMap(({ body }, at) =>
      bodyReferences(body).media.map((id) => ({ id, path: `sections.${at}.body`, of: 'an image' })),
    ),
  ];
  return [
    ...texts,
    ...shown.flatMap(({ id, path, of }) => {
      const image = media.find((one) => one.id === id);
      return textsOf('image', image ?? {}).map(({ label, text }) => ({
        path,
        name: `the field “${label}” of ${of}`,
        text,
        subject: { collection: 'media', id } as const,
      }));
    }),
    ...sections.flatMap(({ id, heading, body }, at) => {
      const subject = { collection: 'sections', id } as const;
      return [
        { path: `sections.${at}.heading`, name: `the heading of section ${at + 1}`, text: heading },
        ...embedCaptions(body).map((text) => ({
          path: `sections.${at}.body`,
          name: `an embed of section ${at + 1}`,
          text,
        })),
      ].map((field) => ({ ...field, text: field.text ?? '', subject }));
    }),
  ].filter(({ text }) => text.trim() !== '');
}

function textsOf(
  part: 'article' | 'image',
  document: object,
): { path: string; label: string; text: string }[] {
  const values = document as Record<string, unknown>;
  return Object.entries(fieldsOf(part)).flatMap(([path, { type, label }]) => {
    const text = values[path];
    const isText = type === 'text' || type === 'paragraph';
    if (!isText || WITHOUT_SPEECH.has(path) || typeof text !== 'string') return [];
    return part === 'image' && path === 'url' ? [] : [{ path, label: label.en, text }];
  });
}

function embedCaptions(body: RichText | null | undefined): string[] {
  const captions: string[] = [];
  const visit = (node: RichTextNode): void => {
    const fields = node.type === 'block' ? (node.fields as Record<string, unknown>) : {};
    if (typeof fields.caption === 'string') captions.push(fields.caption);
    childrenOf(node).forEach(visit);
  };
  body?.root.children.forEach(visit);
  return captions;
}
