import type { RichText } from '../richText/RichText';
import type { TextType } from './EditionField';
import type { editionFields, EditionPart } from './editionFields';

/** The number of the shape of an edition. It is raised when an older one needs more than empty fields. */
export const FORMAT = 2;

/** A file of a picture: `width` and `height` in pixels, as they are seen. */
export interface EditionFile {
  url: string;
  width: number | null;
  height: number | null;
}

type Value<F> = F extends { type: 'id' }
  ? string
  : F extends { type: TextType; isRequired: true }
    ? string
    : F extends { type: TextType }
      ? string | null
      : F extends { type: 'number' }
        ? number | null
        : F extends { type: 'body' }
          ? RichText | null
          : F extends { type: 'files' }
            ? Record<string, EditionFile>
            : F extends { type: 'ids' }
              ? string[]
              : F extends { type: 'group'; fields: infer G; isRequired: true }
                ? Values<G>
                : F extends { type: 'group'; fields: infer G }
                  ? Values<G> | null
                  : F extends { type: 'one'; of: infer P extends EditionPart }
                    ? PartContent<P> | null
                    : F extends { type: 'many'; of: infer P extends EditionPart }
                      ? PartContent<P>[]
                      : never;

type Values<T> = { -readonly [K in keyof T]: Value<T[K]> };

/** What an edition holds of one part, by the table of its fields. */
export type PartContent<P extends EditionPart> = Values<(typeof editionFields)[P]>;

/**
 * All that an approval binds of one article at one moment, resolved and in plain JSON: the content of
 * an Edition, and what its hash covers. Its fields are declared in `editionFields`. Times are ISO 8601
 * strings; what is not there is null, never absent.
 */
export type EditionContent = { format: typeof FORMAT } & PartContent<'article'>;

export type EditionByline = PartContent<'byline'>;
export type EditionPerson = PartContent<'person'>;
export type EditionImage = PartContent<'image'>;
export type EditionSection = PartContent<'section'>;
export type EditionQuote = PartContent<'quote'>;
