import type { EditionField } from './EditionField';

type Fields = Readonly<Record<string, EditionField>>;

const id = {
  type: 'id',
  label: { en: 'Id', de: 'Kennung' },
  readers: 'presented',
} as const satisfies EditionField;

const person = {
  id,
  name: {
    type: 'text',
    label: { en: 'Name', de: 'Name' },
    readers: 'lists',
    isRequired: true,
  },
  slug: { type: 'text', label: { en: 'Address', de: 'Adresse' }, readers: 'lists' },
  role: {
    type: 'group',
    label: { en: 'Role', de: 'Funktion' },
    readers: 'presented',
    // The one that is held on the day that counts.
    stored: ['roles'],
    fields: {
      title: {
        type: 'text',
        label: { en: 'Title', de: 'Titel' },
        readers: 'lists',
        isRequired: true,
      },
      organisation: {
        type: 'text',
        label: { en: 'Organisation', de: 'Organisation' },
        readers: 'lists',
      },
    },
  },
  wikidataId: {
    type: 'text',
    label: { en: 'Wikidata id', de: 'Wikidata-Kennung' },
    readers: 'lists',
  },
} as const satisfies Fields;

const topic = {
  id,
  name: {
    type: 'text',
    label: { en: 'Name', de: 'Name' },
    readers: 'lists',
    isRequired: true,
  },
  slug: { type: 'text', label: { en: 'Address', de: 'Adresse' }, readers: 'lists' },
  iptcCode: {
    type: 'text',
    label: { en: 'IPTC media topic code', de: 'IPTC-Themencode' },
    readers: 'lists',
  },
} as const satisfies Fields;

const image = {
  id,
  // Addresses hold the SHA-256 of the bytes: with them the hash of an edition covers the picture.
  url: { type: 'text', label: { en: 'Picture', de: 'Bild' }, readers: 'presented' },
  alt: {
    type: 'paragraph',
    label: { en: 'Alternative text', de: 'Alternativtext' },
    readers: 'lists',
  },
  caption: {
    type: 'paragraph',
    label: { en: 'Caption', de: 'Bildunterschrift' },
    readers: 'lists',
  },
  credit: { type: 'text', label: { en: 'Credit', de: 'Nachweis' }, readers: 'lists' },
  expiresAt: {
    type: 'instant',
    label: { en: 'Rights end on', de: 'Rechte enden am' },
    readers: 'never',
  },
  width: {
    type: 'number',
    label: { en: 'Width', de: 'Breite' },
    readers: 'lists',
    about: 'Pixels.',
  },
  height: {
    type: 'number',
    label: { en: 'Height', de: 'Höhe' },
    readers: 'lists',
    about: 'Pixels.',
  },
  mimeType: { type: 'text', label: { en: 'File type', de: 'Dateityp' }, readers: 'lists' },
  focalX: {
    type: 'number',
    label: { en: 'Focal point, per cent from the left', de: 'Bildmitte, Prozent von links' },
    readers: 'presented',
  },
  focalY: {
    type: 'number',
    label: { en: 'Focal point, per cent from the top', de: 'Bildmitte, Prozent von oben' },
    readers: 'presented',
  },
  sizes: { type: 'files', label: { en: 'Sizes', de: 'Größen' }, readers: 'presented' },
} as const satisfies Fields;

const byline = {
  name: {
    type: 'text',
    label: { en: 'Name', de: 'Name' },
    readers: 'presented',
    isRequired: true,
  },
  person: {
    type: 'one',
    of: 'person',
    label: { en: 'Person', de: 'Person' },
    readers: 'presented',
  },
} as const satisfies Fields;

const quote = {
  id,
  text: {
    type: 'paragraph',
    label: { en: 'Verbatim text', de: 'Wortlaut' },
    readers: 'lists',
    about: 'The verbatim words.',
    isRequired: true,
  },
  language: { type: 'language', label: { en: 'Language', de: 'Sprache' }, readers: 'lists' },
  kind: { type: 'choice', label: { en: 'Kind', de: 'Art' }, readers: 'lists' },
  speaker: {
    type: 'group',
    label: { en: 'Speaker', de: 'Sprecher' },
    readers: 'lists',
    stored: ['speaker', 'speakerRole', 'attribution'],
    fields: {
      personId: {
        type: 'text',
        label: { en: 'Person', de: 'Person' },
        readers: 'lists',
        about: 'Null for a speaker who is described but not named.',
      },
      name: {
        type: 'text',
        label: { en: 'Name', de: 'Name' },
        readers: 'lists',
        isRequired: true,
      },
      role: { type: 'text', label: { en: 'Role', de: 'Funktion' }, readers: 'lists' },
    },
  },
  // As written in the record: a speaker with a record of their own is shown by that name instead.
  attribution: {
    type: 'text',
    label: { en: 'Attribution', de: 'Zuschreibung' },
    readers: 'never',
  },
  speakerRole: {
    type: 'text',
    label: { en: 'Role on that day', de: 'Funktion an dem Tag' },
    readers: 'never',
  },
  occasion: {
    type: 'group',
    label: { en: 'Occasion', de: 'Anlass' },
    readers: 'lists',
    fields: {
      name: {
        type: 'text',
        label: { en: 'Event or programme', de: 'Veranstaltung oder Sendung' },
        readers: 'lists',
      },
      date: { type: 'day', label: { en: 'Date', de: 'Datum' }, readers: 'lists' },
      place: { type: 'text', label: { en: 'Place', de: 'Ort' }, readers: 'lists' },
      medium: { type: 'choice', label: { en: 'Medium', de: 'Medium' }, readers: 'lists' },
    },
  },
  // What anyone may check; the file and the passage stay inside, since they may name a source.
  evidence: {
    type: 'group',
    label: { en: 'Evidence', de: 'Beleg' },
    readers: 'presented',
    fields: {
      url: { type: 'address', label: { en: 'URL', de: 'URL' }, readers: 'presented' },
      timecode: { type: 'text', label: { en: 'Timecode', de: 'Zeitmarke' }, readers: 'presented' },
    },
  },
  verification: {
    type: 'group',
    label: { en: 'Verification', de: 'Prüfung' },
    readers: 'presented',
    isRequired: true,
    fields: {
      status: {
        type: 'choice',
        label: { en: 'Status', de: 'Stand' },
        readers: 'presented',
        isRequired: true,
      },
      // Covers the recording and its passage too, which no edition holds: they may name a source.
      hash: {
        type: 'seal',
        label: { en: 'Seal of what was checked', de: 'Siegel des Geprüften' },
        readers: 'never',
      },
    },
  },
  // How the newsroom knows the words. A setting of the newsroom says how much of it /v1 gives readers, so
  // that nothing of it is given by anything else.
  vouching: {
    type: 'group',
    label: { en: 'Vouched for', de: 'Verbürgt' },
    readers: 'never',
    fields: {
      way: {
        type: 'choice',
        label: { en: 'How we know', de: 'Woher wir es wissen' },
        readers: 'never',
      },
      source: { type: 'text', label: { en: 'Source', de: 'Quelle' }, readers: 'never' },
      url: { type: 'address', label: { en: 'URL', de: 'URL' }, readers: 'never' },
      date: { type: 'day', label: { en: 'Date', de: 'Datum' }, readers: 'never' },
      place: { type: 'text', label: { en: 'Place', de: 'Ort' }, readers: 'never' },
      translatedBy: {
        type: 'text',
        label: { en: 'Translated by', de: 'Übersetzt von' },
        readers: 'never',
      },
      translatedFrom: {
        type: 'language',
        label: { en: 'Translated from', de: 'Übersetzt aus' },
        readers: 'never',
      },
      byName: { type: 'text', label: { en: 'By', de: 'Von' }, readers: 'never' },
      hash: {
        type: 'seal',
        label: { en: 'Seal of what is vouched for', de: 'Siegel des Verbürgten' },
        readers: 'never',
      },
    },
  },
  origin: {
    type: 'choice',
    label: { en: 'Origin of the words', de: 'Herkunft der Worte' },
    readers: 'never',
  },
} as const satisfies Fields;

const section = {
  id,
  heading: {
    type: 'text',
    label: { en: 'Heading', de: 'Zwischenüberschrift' },
    readers: 'lists',
    about: 'Null for the lead.',
  },
  body: { type: 'body', label: { en: 'Body', de: 'Text' }, readers: 'presented' },
  quotes: {
    type: 'ids',
    label: { en: 'Quotes', de: 'Zitate' },
    readers: 'presented',
    about: 'Pull quotes included.',
  },
  people: {
    type: 'ids',
    label: { en: 'People mentioned', de: 'Erwähnte Personen' },
    readers: 'presented',
  },
} as const satisfies Fields;

const article = {
  id,
  headline: {
    type: 'text',
    label: { en: 'Headline', de: 'Überschrift' },
    readers: 'presented',
    place: 'text',
  },
  webHeadline: {
    type: 'text',
    label: { en: 'Web headline', de: 'Überschrift im Web' },
    readers: 'presented',
    place: 'variants',
  },
  socialHeadline: {
    type: 'text',
    label: { en: 'Social headline', de: 'Überschrift für soziale Netze' },
    readers: 'presented',
    place: 'variants',
  },
  seoTitle: {
    type: 'text',
    label: { en: 'SEO title', de: 'SEO-Titel' },
    readers: 'presented',
    place: 'variants',
  },
  seoDescription: {
    type: 'paragraph',
    label: { en: 'SEO description', de: 'SEO-Beschreibung' },
    readers: 'presented',
    place: 'variants',
  },
  standfirst: {
    type: 'paragraph',
    label: { en: 'Standfirst', de: 'Vorspann' },
    readers: 'lists',
    place: 'text',
  },
  slug: {
    type: 'text',
    label: { en: 'Address', de: 'Adresse' },
    readers: 'presented',
    place: 'text',
  },
  kind: {
    type: 'choice',
    label: { en: 'Kind', de: 'Art' },
    readers: 'lists',
    place: 'bylines',
  },
  language: {
    type: 'language',
    label: { en: 'Language', de: 'Sprache' },
    readers: 'lists',
    place: 'bylines',
    about: 'BCP 47',
  },
  dateline: {
    type: 'text',
    label: { en: 'Dateline', de: 'Ortsmarke' },
    readers: 'lists',
    place: 'bylines',
  },
  bylines: {
    type: 'many',
    of: 'byline',
    label: { en: 'Bylines', de: 'Autorenzeilen' },
    readers: 'presented',
    place: 'bylines',
  },
  topics: {
    type: 'many',
    of: 'topic',
    label: { en: 'Topics', de: 'Themen' },
    readers: 'presented',
    place: 'bylines',
  },
  leadImage: {
    type: 'one',
    of: 'image',
    label: { en: 'Lead image', de: 'Aufmacherbild' },
    readers: 'presented',
    place: 'pictures',
  },
  leadImageCaption: {
    type: 'paragraph',
    label: { en: 'Caption of the lead image', de: 'Unterschrift des Aufmacherbilds' },
    readers: 'never',
    place: 'pictures',
  },
  leadImageCredit: {
    type: 'text',
    label: { en: 'Credit of the lead image', de: 'Nachweis des Aufmacherbilds' },
    readers: 'never',
    place: 'pictures',
  },
  origin: {
    type: 'group',
    label: { en: 'Origin', de: 'Herkunft' },
    readers: 'whole',
    place: 'checks',
    fields: {
      publisher: { type: 'text', label: { en: 'Publisher', de: 'Verlag' }, readers: 'whole' },
      url: { type: 'address', label: { en: 'URL', de: 'URL' }, readers: 'whole' },
      copyrightLine: {
        type: 'text',
        label: { en: 'Copyright line', de: 'Copyright-Zeile' },
        readers: 'whole',
      },
      copyrightYear: {
        type: 'number',
        label: { en: 'Copyright year', de: 'Copyright-Jahr' },
        readers: 'whole',
      },
      licence: { type: 'text', label: { en: 'Licence', de: 'Lizenz' }, readers: 'whole' },
    },
  },
  // Readers find it in the ledger of corrections once it is published; a minor one they never see.
  change: {
    type: 'group',
    label: { en: 'What is changed', de: 'Was geändert wird' },
    readers: 'never',
    place: 'text',
    fields: {
      kind: {
        type: 'choice',
        label: { en: 'Kind of change', de: 'Art der Änderung' },
        readers: 'never',
      },
      note: { type: 'paragraph', label: { en: 'Note', de: 'Hinweis' }, readers: 'never' },
    },
  },
  /** In reading order. */
  sections: {
    type: 'many',
    of: 'section',
    label: { en: 'Sections', de: 'Abschnitte' },
    readers: 'presented',
    place: 'text',
  },
  /** Each quote once, in the order of its first appearance. */
  quotes: {
    type: 'many',
    of: 'quote',
    label: { en: 'Quotes', de: 'Zitate' },
    readers: 'presented',
    stored: ['sections'],
  },
  /** Who speaks or is written about, each once, in the order of first appearance. */
  people: {
    type: 'many',
    of: 'person',
    label: { en: 'People', de: 'Personen' },
    readers: 'presented',
    stored: ['sections'],
  },
  /** The images that section bodies show, each once, in reading order. */
  images: {
    type: 'many',
    of: 'image',
    label: { en: 'Images', de: 'Bilder' },
    readers: 'presented',
    stored: ['sections'],
  },
  relatedArticles: {
    type: 'ids',
    label: { en: 'Related articles', de: 'Verwandte Artikel' },
    readers: 'presented',
    place: 'bylines',
  },
} as const satisfies Fields;

/**
 * The one declaration of an edition: every field that an approval binds, by the part that holds it.
 * From it come the types (`EditionContent`), the schema (`editionSchema`), what is read of a working
 * copy (`buildEdition`), the comparison (`diffEditions`), the labels of the panel, where a field is
 * edited, the public JSON and the client's types. Fields of the collections that are not here stand
 * in `otherFields`, each with its reason.
 */
export const editionFields = { article, section, quote, person, topic, image, byline } as const;

export type EditionPart = keyof typeof editionFields;

/** The fields of a part, by their names. */
export function fieldsOf(part: EditionPart): Fields {
  return editionFields[part];
}
