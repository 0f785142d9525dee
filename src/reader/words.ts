import type { VouchingWay } from '../domain/quotations/vouching';
import type { PreviewOf } from '../domain/edition/PreviewOf';

/** What the pages themselves say to readers; a language is complete or does not compile. */
export interface ReaderWords {
  /** Of dates. */
  locale: string;
  toText: string;
  siteNavigation: string;
  topics: string;
  noTopics: string;
  newest: string;
  noArticles: string;
  older: string;
  by: (names: string) => string;
  changed: string;
  untitled: string;
  noSections: string;
  sourceOf: (number: number, speaker: string | undefined) => string;
  evidence: string;
  atTime: (timecode: string) => string;
  verified: string;
  disputed: string;
  /** How the newsroom knows the words. */
  ways: Record<VouchingWay, string>;
  vouchedBy: (name: string) => string;
  sources: string;
  people: string;
  corrections: string;
  /** By the kind of a correction; the last for any other. */
  correction: string;
  clarification: string;
  update: string;
  otherChange: string;
  related: string;
  toFront: string;
  withdrawn: string;
  previewEnded: string;
  notNow: string;
  notNowHelp: string;
  nothingHere: string;
  nothingHereHelp: string;
  preview: (headline: string) => string;
  unpublished: string;
  noPreview: string;
  previewOf: Record<PreviewOf, string>;
}

const english: ReaderWords = {
  locale: 'en-GB',
  toText: 'To the text',
  siteNavigation: 'Site',
  topics: 'Topics',
  noTopics: 'No article has a topic yet.',
  newest: 'Newest articles',
  noArticles: 'Nothing has been published here yet.',
  older: 'Older articles',
  by: (names) => `By ${names}`,
  changed: 'changed',
  untitled: 'Untitled',
  noSections: 'No sections yet: write the first one.',
  sourceOf: (number, speaker = 'no name') => `Source of quotation ${number}: ${speaker}`,
  evidence: 'Hear or read it',
  atTime: (timecode) => ` at ${timecode}`,
  verified: 'Checked against the source',
  disputed: 'Disputed',
  ways: {
    own_interview: 'From our own interview',
    present: 'We were there',
    recording: 'From a recording',
    document: 'From a document',
    agency: 'From an agency',
    publication: 'From another publication',
    translation: 'Translated by',
  },
  vouchedBy: (name) => `${name} vouches for it`,
  sources: 'Quotations and their sources',
  people: 'People',
  corrections: 'Corrections and updates',
  correction: 'Corrected',
  clarification: 'Clarified',
  update: 'Updated',
  otherChange: 'Changed',
  related: 'Related',
  toFront: 'To the front page',
  withdrawn: 'This article has been withdrawn',
  previewEnded: 'This preview has ended',
  notNow: 'Not just now',
  notNowHelp: 'This page cannot be shown at the moment. Try again soon.',
  nothingHere: 'There is nothing here',
  nothingHereHelp: 'No published article has this address.',
  preview: (headline) => `Preview: ${headline}`,
  unpublished: 'Preview. Not published.',
  noPreview: 'No preview',
  previewOf: {
    draft: 'Preview of the working copy. Not published.',
    approved: 'Preview of the approved edition.',
    live: 'What readers see now.',
  },
};

const german: ReaderWords = {
  locale: 'de-DE',
  toText: 'Zum Text',
  siteNavigation: 'Website',
  topics: 'Themen',
  noTopics: 'Noch hat kein Artikel ein Thema.',
  newest: 'Neueste Artikel',
  noArticles: 'Hier ist noch nichts veröffentlicht.',
  older: 'Ältere Artikel',
  by: (names) => `Von ${names}`,
  changed: 'geändert am',
  untitled: 'Ohne Titel',
  noSections: 'Noch keine Abschnitte: Schreiben Sie den ersten.',
  sourceOf: (number, speaker = 'ohne Namen') => `Quelle des Zitats ${number}: ${speaker}`,
  evidence: 'Anhören oder nachlesen',
  atTime: (timecode) => ` bei ${timecode}`,
  verified: 'An der Quelle geprüft',
  disputed: 'Bestritten',
  ways: {
    own_interview: 'Aus unserem eigenen Gespräch',
    present: 'Wir waren dabei',
    recording: 'Aus einer Aufnahme',
    document: 'Aus einem Dokument',
    agency: 'Von einer Agentur',
    publication: 'Aus einem anderen Medium',
    translation: 'Übersetzt von',
  },
  vouchedBy: (name) => `${name} verbürgt sich dafür`,
  sources: 'Zitate und ihre Quellen',
  people: 'Personen',
  corrections: 'Korrekturen und Ergänzungen',
  correction: 'Korrigiert am',
  clarification: 'Klargestellt am',
  update: 'Ergänzt am',
  otherChange: 'Geändert am',
  related: 'Mehr zum Thema',
  toFront: 'Zur Startseite',
  withdrawn: 'Dieser Artikel wurde zurückgezogen',
  previewEnded: 'Diese Vorschau ist beendet',
  notNow: 'Gerade nicht',
  notNowHelp: 'Diese Seite kann im Augenblick nicht gezeigt werden. Versuchen Sie es bald wieder.',
  nothingHere: 'Hier ist nichts',
  nothingHereHelp: 'Kein veröffentlichter Artikel hat diese Adresse.',
  preview: (headline) => `Vorschau: ${headline}`,
  unpublished: 'Vorschau. Nicht veröffentlicht.',
  noPreview: 'Keine Vorschau',
  previewOf: {
    draft: 'Vorschau der Arbeitsfassung. Nicht veröffentlicht.',
    approved: 'Vorschau der freigegebenen Fassung.',
    live: 'Was Leser jetzt sehen.',
  },
};

/** By a site's language, such as "de-AT"; English where there are no words in it. */
export function wordsIn(language: string): ReaderWords {
  return language.split('-')[0]?.toLowerCase() === 'de' ? german : english;
}
