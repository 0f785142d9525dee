/**
 * The labels and help texts of the collections in German, by their English words: whoever writes a
 * field writes English beside it and German here. A test names what is missing.
 */
export const germanLabels: Readonly<Record<string, string>> = {
  Article: 'Artikel',
  Articles: 'Artikel',
  Newsroom: 'Redaktion',
  'One story each: headline, standfirst, sections, people and quotations.':
    'Je eine Geschichte: Überschrift, Vorspann, Abschnitte, Personen und Zitate.',
  Headline: 'Überschrift',
  'What the story says, in one line.': 'Was die Geschichte sagt, in einer Zeile.',
  Standfirst: 'Vorspann',
  'One or two sentences under the headline. Required before publication.':
    'Ein oder zwei Sätze unter der Überschrift. Nötig vor der Veröffentlichung.',
  Sections: 'Abschnitte',
  'The story in order. The first section is the lead and needs no heading.':
    'Die Geschichte der Reihe nach. Der erste Abschnitt ist der Einstieg und braucht keine Zwischenüberschrift.',
  'Pull quote': 'Herausgehobenes Zitat',
  'Pull quotes': 'Herausgehobene Zitate',
  'The words come from the quote’s record, so they cannot differ from it.':
    'Die Worte kommen aus dem erfassten Zitat und können davon nicht abweichen.',
  Embed: 'Einbettung',
  Embeds: 'Einbettungen',
  'A video, post or map. Readers get the address; nothing is loaded here.':
    'Ein Video, ein Beitrag oder eine Karte. Leser bekommen die Adresse; hier wird nichts geladen.',
  'Headline and sections': 'Überschrift und Abschnitte',
  'Once readers have seen this article: what kind of change the next edition makes.':
    'Sobald Leser diesen Artikel gesehen haben: welche Art von Änderung die nächste Fassung macht.',
  'Correction: something was wrong': 'Korrektur: etwas war falsch',
  'Clarification: something was unclear': 'Klarstellung: etwas war unklar',
  'Update: something is new': 'Aktualisierung: etwas ist neu',
  'Minor: spelling or style, not shown to readers':
    'Kleinigkeit: Rechtschreibung oder Stil, Lesern nicht gezeigt',
  'Readers read this note beside the change. Of a minor change it stays in the newsroom.':
    'Leser lesen diesen Hinweis bei der Änderung. Der einer Kleinigkeit bleibt in der Redaktion.',
  Pictures: 'Bilder',
  'Shown above the story and in lists and shares.':
    'Steht über der Geschichte, in Listen und geteilten Links.',
  'For this article only. Empty: the caption of the image.':
    'Nur für diesen Artikel. Leer: die Unterschrift des Bildes.',
  'For this article only. Empty: the credit of the image.':
    'Nur für diesen Artikel. Leer: der Nachweis des Bildes.',
  'Bylines and topics': 'Autoren und Themen',
  Kind: 'Art',
  'Tells readers what they are reading.': 'Sagt Lesern, was sie lesen.',
  News: 'Nachricht',
  Analysis: 'Analyse',
  Opinion: 'Meinung',
  Interview: 'Interview',
  Explainer: 'Erklärstück',
  Live: 'Live',
  Language: 'Sprache',
  'The language that the story is written in.':
    'Die Sprache, in der die Geschichte geschrieben ist.',
  English: 'Englisch',
  German: 'Deutsch',
  French: 'Französisch',
  Spanish: 'Spanisch',
  Italian: 'Italienisch',
  Portuguese: 'Portugiesisch',
  Dutch: 'Niederländisch',
  Polish: 'Polnisch',
  Ukrainian: 'Ukrainisch',
  Dateline: 'Ortsmarke',
  'Where it was reported from, for example “BRUSSELS”.':
    'Von wo berichtet wurde, zum Beispiel „BRÜSSEL“.',
  Bylines: 'Autorenzeilen',
  Byline: 'Autorenzeile',
  'Who wrote it: a person of the newsroom’s People, or a guest’s name.':
    'Wer es geschrieben hat: eine der Personen der Redaktion oder der Name eines Gasts.',
  Person: 'Person',
  'Guest name': 'Name des Gasts',
  'Only where there is no person record.': 'Nur wo es keinen Eintrag der Person gibt.',
  Topics: 'Themen',
  Topic: 'Thema',
  'What the story is about. Readers find it under each.':
    'Wovon die Geschichte handelt. Leser finden sie unter jedem.',
  'Offered to readers at the end. Only live ones are shown.':
    'Lesern am Ende angeboten. Nur was online ist, wird gezeigt.',
  Variants: 'Varianten',
  'For lists and front pages. Empty: the headline.':
    'Für Listen und Startseiten. Leer: die Überschrift.',
  'For shares on social networks. Empty: the web headline.':
    'Für geteilte Links. Leer: die Überschrift im Web.',
  'SEO title': 'SEO-Titel',
  'For search engines: about 60 characters.': 'Für Suchmaschinen: etwa 60 Zeichen.',
  'SEO description': 'SEO-Beschreibung',
  'For search engines: about 155 characters.': 'Für Suchmaschinen: etwa 155 Zeichen.',
  Checks: 'Prüfungen',
  'Embargo Until': 'Sperrfrist bis',
  'Nothing of this article is public before this moment.':
    'Nichts von diesem Artikel ist vor diesem Zeitpunkt öffentlich.',
  Flags: 'Vermerke',
  'A check that is required blocks publication until complete.':
    'Eine nötige Prüfung verhindert die Veröffentlichung, bis sie fertig ist.',
  'Legal check': 'Rechtsprüfung',
  'Not needed': 'Nicht nötig',
  Required: 'Nötig',
  Complete: 'Fertig',
  'Fact check': 'Faktenprüfung',
  'On hold': 'Gesperrt',
  'A held article cannot be published. Use Hold and Release.':
    'Ein gesperrter Artikel kann nicht veröffentlicht werden. Dafür sind „Sperren“ und „Entsperren“ da.',
  'Hold Reason': 'Grund der Sperre',
  Origin: 'Herkunft',
  'Where the text came from, if it was not written here.':
    'Woher der Text kam, wenn er nicht hier geschrieben wurde.',
  Publisher: 'Verlag',
  URL: 'URL',
  Licence: 'Lizenz',
  'External id': 'Fremde Kennung',
  'The id at the source. An import finds its article by it.':
    'Die Kennung bei der Quelle. Ein Import findet damit seinen Artikel.',
  Slug: 'Adresse',
  'The last part of the public address. Left empty, it is made from the headline.':
    'Der letzte Teil der öffentlichen Adresse. Leer wird er aus der Überschrift gemacht.',
  'The last part of the public address. Left empty, it is made from the name.':
    'Der letzte Teil der öffentlichen Adresse. Leer wird er aus dem Namen gemacht.',
  'Assigned To': 'Zugewiesen an',
  'Who works on it besides the one who began it. They are told.':
    'Wer daran arbeitet außer der Person, die ihn begonnen hat. Alle erfahren es.',
  Deadline: 'Termin',
  'When it is to be ready. Late ones stand out on the desk and the board.':
    'Wann er fertig sein soll. Überfällige fallen auf Schreibtisch und Tafel auf.',
  Revision: 'Stand',
  'Audit entry': 'Eintrag im Verlauf',
  'Audit entries': 'Verlauf',
  Records: 'Akten',
  'Who did what to which article or record, and when.':
    'Wer was mit welchem Artikel oder Eintrag getan hat, und wann.',
  Record: 'Eintrag',
  At: 'Zeit',
  Action: 'Aktion',
  Actor: 'Wer',
  'Actor Name': 'Name',
  From: 'Von',
  To: 'Bis',
  Edition: 'Fassung',
  Editions: 'Fassungen',
  Reason: 'Grund',
  'Frozen copies of whole articles. Publishing shows readers one of these.':
    'Eingefrorene Kopien ganzer Artikel. Veröffentlichen zeigt Lesern eine davon.',
  Title: 'Titel',
  Number: 'Nummer',
  Hash: 'Prüfsumme',
  Content: 'Inhalt',
  'Frozen At': 'Eingefroren am',
  'Frozen By': 'Eingefroren von',
  'Frozen By Name': 'Name',
  Event: 'Ereignis',
  Events: 'Ereignisse',
  'What changed for readers, numbered without a gap. Caches and webhooks read this.':
    'Was sich für Leser geändert hat, lückenlos nummeriert. Zwischenspeicher und Webhooks lesen das.',
  Sequence: 'Folge',
  Type: 'Art',
  'Evidence file': 'Beleg',
  'Evidence files': 'Belege',
  'Recordings and transcripts behind quotations. Only the newsroom can open them.':
    'Aufnahmen und Mitschriften zu Zitaten. Nur die Redaktion kann sie öffnen.',
  Description: 'Beschreibung',
  Image: 'Bild',
  Images: 'Bilder',
  'Pictures, with their description, credit and rights.':
    'Bilder mit Beschreibung, Nachweis und Rechten.',
  'Alternative text': 'Alternativtext',
  'What the picture shows, for people who cannot see it. Required before publication.':
    'Was das Bild zeigt, für Menschen, die es nicht sehen. Nötig vor der Veröffentlichung.',
  Caption: 'Unterschrift',
  Credit: 'Nachweis',
  'Who made it: “Ada Fenwick / Harbour Press”. Required before publication.':
    'Wer es gemacht hat: „Ada Fenwick / Harbour Press“. Nötig vor der Veröffentlichung.',
  Rights: 'Rechte',
  'What we may do with it, and for how long.': 'Was wir damit dürfen, und wie lange.',
  'Expires At': 'Läuft ab am',
  'From then on readers do not see it any more. A sooner end counts as soon as it is saved, a later one when it is released.':
    'Von da an sehen Leser es nicht mehr. Ein früheres Ende gilt, sobald es gespeichert ist, ein späteres, wenn es für Leser übernommen ist.',
  'Visible to readers': 'Für Leser sichtbar',
  'Waiting for release': 'Noch nicht übernommen',
  'On while a live article uses this record. Set by publishing, not by hand.':
    'An, solange ein veröffentlichter Artikel diesen Eintrag verwendet. Das setzt die Veröffentlichung, nicht die Hand.',
  Notice: 'Mitteilung',
  Notices: 'Mitteilungen',
  People: 'Personen',
  'Everyone who speaks or is written about, once each.':
    'Alle, die sprechen oder über die geschrieben wird, je einmal.',
  Name: 'Name',
  'As it is written in full: “Mark Rutte”.': 'Wie er ausgeschrieben wird: „Mark Rutte“.',
  Aliases: 'Andere Namen',
  'Other ways that texts name this person: “Mr. Rutte”.':
    'Wie Texte diese Person noch nennen: „Herr Rutte“.',
  Roles: 'Ämter',
  Role: 'Amt',
  'What the person was, and when: a quotation shows the role of its day.':
    'Was die Person war, und wann: ein Zitat zeigt das Amt jenes Tages.',
  Organisation: 'Organisation',
  'Wikidata id': 'Wikidata-Kennung',
  'Tells apart people of the same name: Q42.': 'Unterscheidet Personen gleichen Namens: Q42.',
  Biography: 'Lebenslauf',
  Portrait: 'Porträt',
  Links: 'Links',
  Label: 'Bezeichnung',
  'Speaks In': 'Spricht in',
  'Quotations of this person.': 'Zitate dieser Person.',
  'Mentioned In': 'Erwähnt in',
  'Sections that speak of this person.': 'Abschnitte, die von dieser Person handeln.',
  'Preview link': 'Vorschaulink',
  'Preview links': 'Vorschaulinks',
  Settings: 'Einstellungen',
  'Links that show an unpublished text to who holds them. Delete one to end it.':
    'Links, die einen unveröffentlichten Text zeigen, wem sie gegeben sind. Löschen beendet einen.',
  'Issued By Name': 'Ausgestellt von',
  Order: 'Auftrag',
  Orders: 'Aufträge',
  'Orders to publish or withdraw one edition at a time. Schedule, reschedule and unschedule write them; the clock carries them out.':
    'Aufträge, je eine Fassung zu veröffentlichen oder zurückzuziehen. Planen, Verlegen und Aufheben schreiben sie; die Uhr führt sie aus.',
  Publish: 'Veröffentlichen',
  Withdraw: 'Zurückziehen',
  'Edition Number': 'Nummer der Fassung',
  'Wall Time': 'Ortszeit',
  Zone: 'Zeitzone',
  State: 'Zustand',
  Pending: 'Steht aus',
  'Going out': 'Geht hinaus',
  Fired: 'Ausgeführt',
  Cancelled: 'Aufgehoben',
  Blocked: 'Angehalten',
  Change: 'Änderung',
  Note: 'Notiz',
  Group: 'Gruppe',
  Attempts: 'Versuche',
  'Fired At': 'Ausgeführt am',
  'Lateness Ms': 'Verspätung in ms',
  'Blocked At': 'Angehalten am',
  'Blocked Code': 'Code',
  'Blocked Reason': 'Grund des Anhaltens',
  'Closed Reason': 'Grund des Endes',
  'Created By': 'Begonnen von',
  'Created At': 'Begonnen am',
  Quote: 'Zitat',
  Quotes: 'Zitate',
  'Verbatim words, who said them, where, and how we know.':
    'Wörtliche Rede, wer sie wo sagte, und woher wir es wissen.',
  'Verbatim text': 'Wortlaut',
  'The exact words, without the quotation marks around them.':
    'Die genauen Worte, ohne die Anführungszeichen.',
  'Who said it.': 'Wer es gesagt hat.',
  'Role on that day': 'Amt an jenem Tag',
  'For example “NATO Secretary General”.': 'Zum Beispiel „NATO-Generalsekretär“.',
  Attribution: 'Zuschreibung',
  'For unnamed or collective speakers: “a spokesman for the port”.':
    'Für Ungenannte oder Gruppen: „ein Sprecher des Hafens“.',
  'Direct: a whole sentence': 'Wörtlich: ein ganzer Satz',
  'Partial: words inside our sentence': 'Teilweise: Worte in unserem Satz',
  'Indirect: reported in our words': 'Indirekt: in unseren Worten',
  'The language that the words were spoken in.': 'Die Sprache, in der die Worte fielen.',
  Occasion: 'Anlass',
  'Where and when it was said.': 'Wo und wann es gesagt wurde.',
  'Event or programme': 'Ereignis oder Sendung',
  Place: 'Ort',
  Medium: 'Medium',
  Speech: 'Rede',
  'Press conference': 'Pressekonferenz',
  Statement: 'Erklärung',
  Broadcast: 'Sendung',
  'Social media': 'Soziale Medien',
  Document: 'Dokument',
  Evidence: 'Beleg',
  'How anyone can check it.': 'Wie es jeder nachprüfen kann.',
  'Recording or transcript': 'Aufnahme oder Mitschrift',
  Timecode: 'Zeitmarke',
  'Where in the recording: 00:12:34.': 'Wo in der Aufnahme: 00:12:34.',
  Passage: 'Stelle',
  'The exact passage in the source, with the words around it.':
    'Die genaue Stelle in der Quelle, mit den Worten darum.',
  Verification: 'Prüfung',
  Status: 'Stand',
  Unverified: 'Ungeprüft',
  Verified: 'Geprüft',
  Disputed: 'Bestritten',
  By: 'Von',
  'Used In': 'Verwendet in',
  'The sections that carry this quotation.': 'Die Abschnitte mit diesem Zitat.',
  Section: 'Abschnitt',
  'The parts of articles. Each belongs to one article and is shown in its order.':
    'Die Teile der Artikel. Jeder gehört zu einem Artikel und steht an seiner Stelle.',
  Heading: 'Zwischenüberschrift',
  'Empty for the lead of a story.': 'Leer beim Einstieg einer Geschichte.',
  Body: 'Text',
  'Headings here stand below the section’s own heading.':
    'Überschriften hier stehen unter der des Abschnitts.',
  'The quotations of this section, as records. Pull quotes add themselves.':
    'Die Zitate dieses Abschnitts als Einträge. Hervorgehobene kommen von selbst dazu.',
  'People mentioned': 'Erwähnte Personen',
  'Who this section speaks of.': 'Von wem dieser Abschnitt handelt.',
  'The one article that this section belongs to. It cannot be moved to another.':
    'Der eine Artikel, zu dem dieser Abschnitt gehört. Er kann nicht in einen anderen.',
  'How this newsroom works.': 'Wie diese Redaktion arbeitet.',
  'Four eyes': 'Vier Augen',
  'Whoever wrote at an article since its last edition cannot approve it. Off only for newsrooms too small for two; articles then say so.':
    'Wer seit der letzten Fassung an einem Artikel mitgeschrieben hat, kann ihn nicht freigeben. Aus nur für Redaktionen, die für zwei zu klein sind; die Artikel sagen es dann.',
  'Time zone': 'Zeitzone',
  'The clock that the calendar shows, by its name in the IANA database: Europe/Amsterdam, America/New_York. Each reader sees their own time beside it.':
    'Die Uhr, nach der der Kalender geht, mit ihrem Namen in der IANA-Datenbank: Europe/Berlin, America/New_York. Alle sehen ihre eigene Zeit daneben.',
  'Late limit in minutes': 'Grenze der Verspätung in Minuten',
  'A scheduled publication that could not go out in time goes out by itself up to this late. Later than that it is blocked and a publisher decides.':
    'Was nicht rechtzeitig hinausgehen konnte, geht bis zu dieser Verspätung von selbst hinaus. Danach wird es angehalten, und ein Mensch entscheidet.',
  Quotations: 'Zitate',
  'What is found about the quotations of an article warns, or blocks its submission or approval. An editor may override one finding with a reason. A quote without any speaker always blocks.':
    'Was an den Zitaten eines Artikels auffällt, warnt oder verhindert Einreichung oder Freigabe. Die Redaktion darf einen Befund mit Grund übergehen. Ein Zitat, das niemandem gehört, verhindert immer.',
  'Nobody named': 'Niemand genannt',
  'No quote records the words, and the text names no speaker.':
    'Kein Zitat hält die Worte fest, und der Text nennt niemanden.',
  Off: 'Aus',
  Warn: 'Warnen',
  Block: 'Verhindern',
  'Not recorded': 'Nicht erfasst',
  'No quote records the words that the text gives to somebody.':
    'Kein Zitat hält die Worte fest, die der Text jemandem zuschreibt.',
  Altered: 'Verändert',
  'Other words in the text than the quote records.': 'Andere Worte im Text als im erfassten Zitat.',
  Missing: 'Fehlt',
  'A quote of a section whose text does not have its words.':
    'Ein Zitat eines Abschnitts, dessen Text die Worte nicht hat.',
  Shortened: 'Gekürzt',
  'A part of what was said, without … for the rest.': 'Ein Teil des Gesagten, ohne … für den Rest.',
  Misattributed: 'Falsch zugeschrieben',
  'Turned round': 'Sinn verkehrt',
  'A negation or a condition left out or put in, a question made a statement, words struck through.':
    'Eine Verneinung oder Bedingung fehlt oder kam hinzu, eine Frage wurde zur Aussage, Worte sind durchgestrichen.',
  Joined: 'Zusammengesetzt',
  'Words of several quotes in one pair of marks.':
    'Worte mehrerer Zitate in einem Paar Anführungszeichen.',
  'The text clearly gives the words to somebody else.':
    'Der Text schreibt die Worte klar jemand anderem zu.',
  Conflicting: 'Widersprüchlich',
  'The same words are recorded elsewhere under another speaker.':
    'Dieselben Worte sind anderswo unter jemand anderem erfasst.',
  'A fact-checker disputes the quote.': 'Die Faktenprüfung bestreitet das Zitat.',
  'Nobody has compared the quote with its source.':
    'Niemand hat das Zitat mit der Quelle verglichen.',
  'Role of another time': 'Amt einer anderen Zeit',
  'The speaker did not hold the role on that day.': 'Die Person hatte das Amt an jenem Tag nicht.',
  'What stories are about, as a tree: “Football” under “Sport”.':
    'Wovon Geschichten handeln, als Baum: „Fußball“ unter „Sport“.',
  Parent: 'Übergeordnet',
  'The wider topic that this one belongs to, if any.':
    'Das weitere Thema, zu dem dieses gehört, wenn es eines gibt.',
  Children: 'Untergeordnet',
  'Narrower topics.': 'Engere Themen.',
  'IPTC media topic code': 'IPTC-Code',
  'Eight digits, for partners: 11000000.': 'Acht Ziffern, für Partner: 11000000.',
  User: 'Konto',
  Users: 'Konten',
  'People of the newsroom, and API keys for frontends.':
    'Menschen der Redaktion und API-Schlüssel für Frontends.',
  'Editor includes writer, publisher includes editor, admin includes all.':
    'Redaktion schließt Schreiben ein, Veröffentlichen schließt Redaktion ein, Verwaltung alles.',
  'Writer: own articles, submits them': 'Schreiben: eigene Artikel, reicht sie ein',
  'Fact-checker: verifies quotations': 'Faktenprüfung: prüft Zitate',
  'Editor: every article, approves': 'Redaktion: alle Artikel, gibt frei',
  'Publisher: publishes and schedules': 'Veröffentlichen: veröffentlicht und plant',
  'Admin: everything, users included': 'Verwaltung: alles, auch Konten',
  'API key: reads drafts for previews': 'API-Schlüssel: liest Entwürfe für Vorschauen',
  'API key: runs scheduled publication': 'API-Schlüssel: führt Geplantes aus',
  Desk: 'Ressort',
  'Of their e-mails, and of their panel once they sign in. It follows what they choose in their account.':
    'Von E-Mails an diese Person und, sobald sie sich anmeldet, von ihrem Panel. Folgt dem, was sie in ihrem Konto wählt.',
  'Acts on articles of these topics only. Empty: on every article.':
    'Nur bei Artikeln dieser Themen tätig. Leer: bei allen.',
  'Webhook delivery': 'Webhook-Zustellung',
  'Webhook deliveries': 'Webhook-Zustellungen',
  'What each webhook was told. Those given up on are “dead” and can be sent again.':
    'Was jedem Webhook gesagt wurde. Aufgegebene sind „dead“ und können noch einmal gesendet werden.',
  Webhook: 'Webhook',
  Webhooks: 'Webhooks',
  'Next Attempt At': 'Nächster Versuch',
  'Last Status': 'Letzter Status',
  'Last Error': 'Letzter Fehler',
  'Delivered At': 'Zugestellt am',
  'Addresses that are told of every publication and withdrawal, signed.':
    'Adressen, denen jede Veröffentlichung und jeder Rückzug gesagt wird, unterschrieben.',
  'On the public internet; addresses inside a network are refused.':
    'Im öffentlichen Internet; Adressen innerhalb eines Netzes werden abgewiesen.',
  'Is Active': 'Aktiv',
  Secret: 'Geheimnis',
  'The receiver checks signatures with it (Standard Webhooks). Made on saving.':
    'Damit prüft der Empfänger Unterschriften (Standard Webhooks). Wird beim Speichern gemacht.',
  'Note of the source to editors': 'Hinweis der Quelle an die Redaktion',
  'What the source says to editors, never to readers.':
    'Was die Quelle der Redaktion sagt, nie den Lesern.',
  'Published there on': 'Dort veröffentlicht am',
  'What is not in it as it was in the source': 'Was nicht wie in der Quelle darin steht',
};
