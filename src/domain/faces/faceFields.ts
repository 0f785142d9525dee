import type { FaceCollection } from './FaceCollection';

/** How the value of a field is compared and put into words. */
export type FaceValue =
  'text' | 'list' | 'roles' | 'links' | 'topic' | 'image' | 'file' | 'instant';

export interface FaceField {
  name: string;
  value: FaceValue;
  label: { en: string; de: string };
}

const field = (name: string, value: FaceValue, en: string, de: string): FaceField => ({
  name,
  value,
  label: { en, de },
});

/** What readers see of a record, in the order in which a difference is told. */
export const FACE_FIELDS: Readonly<Record<FaceCollection, readonly FaceField[]>> = {
  people: [
    field('name', 'text', 'name', 'Name'),
    field('aliases', 'list', 'other names', 'andere Namen'),
    field('roles', 'roles', 'roles', 'Funktionen'),
    field('biography', 'text', 'biography', 'Biografie'),
    field('portrait', 'image', 'portrait', 'Porträt'),
    field('links', 'links', 'links', 'Links'),
    field('wikidataId', 'text', 'Wikidata id', 'Wikidata-Kennung'),
    field('slug', 'text', 'address', 'Adresse'),
  ],
  topics: [
    field('name', 'text', 'name', 'Name'),
    field('description', 'text', 'description', 'Beschreibung'),
    field('parent', 'topic', 'wider topic', 'übergeordnetes Thema'),
    field('iptcCode', 'text', 'IPTC media topic code', 'IPTC-Code'),
    field('slug', 'text', 'address', 'Adresse'),
  ],
  media: [
    field('file', 'file', 'picture', 'Bild'),
    field('alt', 'text', 'alternative text', 'Alternativtext'),
    field('caption', 'text', 'caption', 'Bildunterschrift'),
    field('credit', 'text', 'credit', 'Bildnachweis'),
    // Until when readers see it.
    field('expiresAt', 'instant', 'end of rights', 'Ende der Rechte'),
  ],
};

/** What a picture is to readers: these fields of its record, which no form has, stand for its file. */
export const FILE_FIELDS = [
  'storedAs',
  'original',
  'crop',
  'filename',
  'url',
  'thumbnailURL',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'sizes',
] as const;
