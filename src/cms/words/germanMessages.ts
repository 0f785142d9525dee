import { fieldsOf } from '../../domain/edition/editionFields';
import { CHARACTER_NAMES } from '../../domain/characters/hiddenCharacters';

import { noticesOfActions, verbsOfActions } from './germanActions';

/**
 * What the server says, in German, by its English sentences: whoever writes a message writes it in
 * English where it arises and in German here. A test names what is missing. `{words}` stands for
 * what is filled in; the API's own answer stays English for whoever does not ask for German.
 */
export const germanMessages: Readonly<Record<string, string>> = {
  // Files.
  '“{name}” has {found} megapixels ({frames} frames of {width} × {height}), and at most {most} are taken here. Make it smaller, then upload it again.':
    '„{name}“ hat {found} Megapixel ({frames} Einzelbilder zu {width} × {height}), und hier werden höchstens {most} angenommen. Verkleinern Sie es, und laden Sie es dann noch einmal hoch.',
  '“{name}” has {found} megapixels ({width} × {height}), and at most {most} are taken here. Make it smaller, then upload it again.':
    '„{name}“ hat {found} Megapixel ({width} × {height}), und hier werden höchstens {most} angenommen. Verkleinern Sie es, und laden Sie es dann noch einmal hoch.',
  '“{name}” is damaged or breaks off in the middle. Export it anew, then upload it again.':
    '„{name}“ ist beschädigt oder bricht mittendrin ab. Exportieren Sie es neu, und laden Sie es dann noch einmal hoch.',
  'The original of this picture is not there. Upload the picture again.':
    'Das Original dieses Bildes ist nicht da. Laden Sie das Bild noch einmal hoch.',
  'The crop lies outside of the picture. Draw it again.':
    'Der Ausschnitt liegt außerhalb des Bildes. Ziehen Sie ihn neu.',
  '“{name}” is not taken here by its content. Upload one of these: {kinds}.':
    '„{name}“ wird hier seinem Inhalt nach nicht angenommen. Laden Sie eines von diesen hoch: {kinds}.',
  'A file belongs to one record. Upload it there.':
    'Eine Datei gehört zu einem Eintrag. Laden Sie sie dort hoch.',
  // What stands between an article and publication.
  'The headline is empty: write one.': 'Die Überschrift ist leer: Schreiben Sie eine.',
  'The standfirst is empty: write one.': 'Der Vorspann ist leer: Schreiben Sie einen.',
  'The article has no address: write a slug.':
    'Der Artikel hat keine Adresse: Tragen Sie eine ein.',
  'Nobody is named as author: add a byline.':
    'Niemand ist als Autor genannt: Ergänzen Sie eine Autorenzeile.',
  'The article has no lead image: choose one.':
    'Der Artikel hat kein Aufmacherbild: Wählen Sie eines.',
  'The lead image has no credit: say whose picture it is.':
    'Das Aufmacherbild hat keinen Bildnachweis: Sagen Sie, von wem es ist.',
  'The legal check is open: have it done, then mark it complete.':
    'Die rechtliche Prüfung steht aus: Lassen Sie sie machen und tragen Sie sie als erledigt ein.',
  'The fact check is open: have a fact-checker complete it.':
    'Die Faktenprüfung steht aus: Sie muss abgeschlossen werden.',
  'The article has no text: write at least one section.':
    'Der Artikel hat keinen Text: Schreiben Sie mindestens einen Abschnitt.',
  'There is no text in {name}: write it or remove the section.':
    'Ohne Text ist {name}: Schreiben Sie ihn, oder nehmen Sie den Abschnitt heraus.',
  'A quotation has no words: write or remove it.':
    'Ein Zitat hat keine Worte: Schreiben Sie sie, oder entfernen Sie es.',
  'A quote of {count} words is too long to be held against the text: record it in parts of at most {number} words.':
    'Ein Zitat von {count} Wörtern ist zu lang, um es mit dem Text zu vergleichen: Erfassen Sie es in Teilen von höchstens {number} Wörtern.',
  'Nobody is named as the speaker of “{words}”: choose the person, or describe the speaker.':
    'Niemand ist als Sprecher von „{words}“ genannt: Wählen Sie die Person, oder beschreiben Sie, wer spricht.',
  '{name} has no alternative text: describe what it shows.':
    '{name} hat keinen Alternativtext: Beschreiben Sie, was zu sehen ist.',
  '{name} may no longer be used, its rights have run out: choose another.':
    '{name} darf nicht mehr benutzt werden, die Rechte sind abgelaufen: Wählen Sie ein anderes.',
  'This points at {collection} that no longer exists: choose another or remove it.':
    'Dies verweist auf {collection}, was es nicht mehr gibt: Wählen Sie etwas anderes, oder entfernen Sie es.',
  'The article is on hold: have an editor release it first.':
    'Der Artikel ist gesperrt: Die Redaktion muss ihn erst freigeben.',
  'The article is on hold ({words}): have an editor release it first.':
    'Der Artikel ist gesperrt ({words}): Die Redaktion muss ihn erst freigeben.',
  'The article is under embargo until {time}: schedule it for that time or later.':
    'Der Artikel hat eine Sperrfrist bis {time}: Planen Sie ihn für diese Zeit oder später.',
  '{lack} in {name}: complete it or take it out.':
    '{lack} in {name}: Ergänzen Sie das, oder nehmen Sie es heraus.',
  'A pull quote shows no quotation': 'Ein Zitatblock zeigt kein Zitat',
  'An embed has no address': 'Eine Einbettung hat keine Adresse',
  'Byline {number} names nobody: choose a person, write a name, or remove it.':
    'Autorenzeile {number} nennt niemanden: Wählen Sie eine Person, schreiben Sie einen Namen, oder entfernen Sie sie.',
  'In {name} stands a character that nobody sees: {what}. See that it belongs there.':
    'In {name} steht ein Zeichen, das niemand sieht: {what}. Sehen Sie nach, ob es dorthin gehört.',
  'In {name} stand {count} characters that nobody sees, the first {what}. See that they belong there.':
    'In {name} stehen {count} Zeichen, die niemand sieht, zuerst {what}. Sehen Sie nach, ob sie dorthin gehören.',
  'the lead image': 'das Aufmacherbild',
  'The lead image': 'Das Aufmacherbild',
  'An image in {name}': 'Ein Bild in {name}',
  'the lead': 'Einstieg',
  'section “{heading}”': 'Abschnitt „{heading}“',
  'section {number}': 'Abschnitt {number}',
  'the field “{field}”': 'dem Feld „{field}“',
  'the field “{field}” of the lead image': 'dem Feld „{field}“ des Aufmacherbilds',
  'the field “{field}” of an image': 'dem Feld „{field}“ eines Bilds',
  'the note of the change': 'dem Hinweis zur Änderung',
  'the heading of section {number}': 'der Überschrift von Abschnitt {number}',
  'an embed of section {number}': 'einer Einbettung in Abschnitt {number}',
  ...fieldLabels(),
  'a section': 'einen Abschnitt',
  'a quotation': 'ein Zitat',
  'a person': 'eine Person',
  'a topic': 'ein Thema',
  'an image': 'ein Bild',
  // Quotations against the text.
  'In {where}, no quote records “{words}”: accept the proposal in the section, or dismiss it.':
    'In {where} ist für „{words}“ kein Zitat erfasst: Nehmen Sie den Vorschlag an, oder verwerfen Sie ihn.',
  'In {where}, nobody is named for “{words}”: say in the section who spoke, or that it is no quotation.':
    'In {where} ist für „{words}“ niemand genannt: Sagen Sie, wer gesprochen hat, oder dass es kein Zitat ist.',
  'In {where}, the text does not have the quotation “{words}”: put its words into the text, or remove the quote from the section.':
    'In {where} hat der Text das Zitat „{words}“ nicht: Setzen Sie seine Worte ein, oder nehmen Sie das Zitat aus dem Abschnitt.',
  'In {where}, “{words}” is not what was said: {told}. Put the text right, or the record if the source says so.':
    'In {where} ist „{words}“ nicht das, was gesagt wurde: {told}. Berichtigen Sie den Text, oder die Erfassung, wenn die Quelle es so sagt.',
  'In {where}, “{words}” is a part of what was said: {told}. Show the gap with …, or see that the sense is the same.':
    'In {where} ist „{words}“ nur ein Teil des Gesagten: {told}. Zeigen Sie die Lücke mit …, oder sehen Sie nach, ob der Sinn derselbe ist.',
  'In {where}, the text gives “{words}” to {named}, the record to {speaker}: put the text or the record right.':
    'In {where} gibt der Text „{words}“ {named}, die Erfassung {speaker}: Berichtigen Sie das eine oder das andere.',
  'In {where}, “{words}” may not mean what was said: {told}. The whole sentence is “{record}”: keep its sense, or have an editor decide.':
    'In {where} heißt „{words}“ womöglich nicht, was gesagt wurde: {told}. Der ganze Satz ist „{record}“: Wahren Sie seinen Sinn, oder lassen Sie die Redaktion entscheiden.',
  'In {where}, “{words}” joins words of {count} quotes in one pair of marks: quote each by itself, or have an editor decide.':
    'In {where} verbindet „{words}“ Worte aus {count} Zitaten in einem Paar Anführungszeichen: Zitieren Sie jedes für sich, oder lassen Sie die Redaktion entscheiden.',
  'In {where}, no quote of the article records “{words}”: quote what is on record, or leave the marks away.':
    'In {where} ist für „{words}“ kein Zitat des Artikels erfasst: Zitieren Sie, was erfasst ist, oder lassen Sie die Anführungszeichen weg.',
  'No longer verified: changed was the {words}.': 'Nicht mehr geprüft: geändert wurde {words}.',
  '{name} disputes the quotation “{words}” in “{headline}”, which is live.':
    '{name} bestreitet das Zitat „{words}“ in „{headline}“, das veröffentlicht ist.',
  'No longer vouched for: changed was the {words}.': 'Nicht mehr verbürgt: geändert wurde {words}.',
  'Nobody answers for the quotation “{words}”: vouch for it, or have a fact-checker verify it.':
    'Für das Zitat „{words}“ steht niemand ein: Verbürgen Sie sich dafür, oder lassen Sie es von der Faktenprüfung prüfen.',
  'The words “{words}” came out of a generating tool: have a fact-checker verify them, or leave them out.':
    'Die Wörter „{words}“ stammen aus einem generierenden Werkzeug: Lassen Sie sie von der Faktenprüfung prüfen, oder lassen Sie sie weg.',
  'The words “{words}” came out of a generating tool: nobody can vouch for them. Have a fact-checker verify them, or leave them out.':
    'Die Wörter „{words}“ stammen aus einem generierenden Werkzeug: Niemand kann sich dafür verbürgen. Lassen Sie sie von der Faktenprüfung prüfen, oder lassen Sie sie weg.',
  'The article does not have this quotation any more. Open it anew.':
    'Der Artikel hat dieses Zitat nicht mehr. Öffnen Sie ihn neu.',
  'Only an editor takes back that words came out of a generating tool.':
    'Nur die Redaktion nimmt zurück, dass Wörter aus einem generierenden Werkzeug stammen.',
  'A fact-checker verifies a quotation; who wrote or knows the story vouches for it.':
    'Die Faktenprüfung prüft ein Zitat; wer die Geschichte geschrieben hat oder kennt, verbürgt sich dafür.',
  'Who vouched for a quotation takes it back, or an editor.':
    'Wer sich für ein Zitat verbürgt hat, nimmt es zurück, oder die Redaktion.',
  'It holds a character that nobody sees.': 'Es enthält ein Zeichen, das niemand sieht.',
  'The id of a quote.': 'Die Kennung eines Zitats.',
  'Choose at least one quotation.': 'Wählen Sie mindestens ein Zitat.',
  'A web address begins with https://.': 'Eine Webadresse beginnt mit https://.',
  'A language as de or pt-BR.': 'Eine Sprache wie de oder pt-BR.',
  'Say which document it is.': 'Sagen Sie, welches Dokument es ist.',
  'Say which agency it is.': 'Sagen Sie, welche Agentur es ist.',
  'Say which publication it is, with the address where it can be read.':
    'Sagen Sie, welches Medium es ist, mit der Adresse, unter der man es lesen kann.',
  'Say who translated the words, and from which language.':
    'Sagen Sie, wer die Wörter übersetzt hat, und aus welcher Sprache.',
  'This way to know words takes fewer details: leave the others away.':
    'Zu dieser Herkunft gehören weniger Angaben: Lassen Sie die anderen weg.',
  'The date is in the future.': 'Das Datum liegt in der Zukunft.',
  'The quotation “{words}” is disputed: settle it with the fact-checker, or leave it out.':
    'Das Zitat „{words}“ ist bestritten: Klären Sie es mit der Faktenprüfung, oder lassen Sie es weg.',
  'The quotation “{words}” is not verified: have a fact-checker compare it with its source.':
    'Das Zitat „{words}“ ist ungeprüft: Lassen Sie es mit der Quelle vergleichen.',
  'The words “{words}” are recorded for {speaker} here and for {other} in another quote: find out who said them.':
    'Die Worte „{words}“ sind hier für {speaker} erfasst und in einem anderen Zitat für {other}: Finden Sie heraus, wer sie gesagt hat.',
  'On {date}, the day of “{words}”, {speaker} was not {role}: put the role or the date right.':
    'Am {date}, dem Tag von „{words}“, war {speaker} nicht {role}: Berichtigen Sie die Rolle oder den Tag.',
  '{message} Overridden by {name}: “{words}”.': '{message} Übergangen von {name}: „{words}“.',
  '{message} This was found after the edition was approved: put it right and have a new edition approved, or have an editor override it.':
    '{message} Das wurde nach der Freigabe der Fassung gefunden: Berichtigen Sie es und lassen Sie eine neue Fassung freigeben, oder lassen Sie es übergehen.',
  'the text says “{words}” where the record says “{record}”':
    'der Text sagt „{words}“, wo die Erfassung „{record}“ sagt',
  'the record does not have “{words}”': 'die Erfassung hat „{words}“ nicht',
  'it was a question': 'es war eine Frage',
  '“{words}” is struck through': '„{words}“ ist durchgestrichen',
  'the text leaves out “{words}”': 'der Text lässt „{words}“ weg',
  '{count} more differences': '{count} weitere Unterschiede',
  'This quotation is no longer in the section. Open the section anew.':
    'Dieses Zitat steht nicht mehr im Abschnitt. Öffnen Sie den Abschnitt neu.',
  'A quote records these words already. Open the section anew to see it.':
    'Diese Worte sind schon als Zitat erfasst. Öffnen Sie den Abschnitt neu, um es zu sehen.',
  'The speaker is the id of a person.': 'Wer spricht, ist die Kennung einer Person.',
  'An editor overrides what is found about a quotation.':
    'Einen Befund zu einem Zitat übergeht ein Redakteur.',
  'Say why: the reason is kept with the article.':
    'Sagen Sie, warum: Der Grund bleibt beim Artikel.',
  'This is no longer found about the article: its words have changed. Open it anew.':
    'Das trifft auf den Artikel nicht mehr zu: Seine Worte sind andere. Öffnen Sie ihn neu.',
  'A fact-checker or an editor verifies a quotation. Leave it unverified for now.':
    'Ein Zitat bestätigt die Faktenprüfung oder ein Redakteur. Lassen Sie es vorerst ungeprüft.',
  'A fact-checker verifies a quotation; its words are the writer’s to change.':
    'Die Faktenprüfung bestätigt ein Zitat; seine Worte ändert, wer schreibt.',
  // Who may do what, and when.
  'Your role does not allow you to edit articles: ask the writer or an editor.':
    'Ihre Rolle erlaubt es nicht, Artikel zu bearbeiten: Fragen Sie den Autor oder einen Redakteur.',
  'You can edit your own articles only: ask an editor to assign this one to you.':
    'Sie können nur eigene Artikel bearbeiten: Bitten Sie einen Redakteur, Ihnen diesen zuzuweisen.',
  'This article has no topic of your desk: ask its own desk, or have a topic added.':
    'Dieser Artikel hat kein Thema Ihres Ressorts: Fragen Sie das zuständige, oder lassen Sie ein Thema ergänzen.',
  'This article is spiked: have an editor unspike it before you edit it.':
    'Dieser Artikel ist gekippt: Ein Redakteur muss ihn wieder aufnehmen, bevor Sie ihn bearbeiten.',
  'An editor says that no legal check is needed.':
    'Dass keine Rechtsprüfung nötig ist, sagt ein Redakteur.',
  'A fact-checker or an editor says that no fact check is needed.':
    'Dass keine Faktenprüfung nötig ist, sagt die Faktenprüfung oder ein Redakteur.',
  'An editor ends or shortens an embargo.': 'Eine Sperrfrist beendet oder verkürzt ein Redakteur.',
  'Only the clock fires scheduled publications.': 'Geplantes führt nur die Uhr aus.',
  'Your role does not allow you to {verb}: that takes the role {role} or above.':
    'Ihre Rolle erlaubt das nicht ({verb}): Es braucht die Rolle {role} oder eine höhere.',
  'You can {verb} your own articles only: ask the writer of this one or an editor.':
    'Das geht nur mit eigenen Artikeln ({verb}): Fragen Sie den Autor oder einen Redakteur.',
  'You contributed to this article since its last edition: somebody else must approve it.':
    'Sie haben seit der letzten Fassung an diesem Artikel mitgeschrieben: Jemand anders muss ihn freigeben.',
  'You submitted this article: somebody else must approve it.':
    'Sie haben diesen Artikel eingereicht: Jemand anders muss ihn freigeben.',
  'Still to put right: {messages}': 'Noch in Ordnung zu bringen: {messages}',
  'A withdrawn article must be approved afresh first.':
    'Ein zurückgezogener Artikel muss erst neu freigegeben werden.',
  'No edition is approved: have the article approved first.':
    'Keine Fassung ist freigegeben: Lassen Sie den Artikel zuerst freigeben.',
  'The approved edition is live already.': 'Die freigegebene Fassung ist schon online.',
  'Nothing is scheduled for this article.': 'Für diesen Artikel ist nichts geplant.',
  'This article is not on hold.': 'Dieser Artikel ist nicht gesperrt.',
  'This article is on hold already.': 'Dieser Artikel ist schon gesperrt.',
  'This article is {place}. To {verb}, it must be {places}.':
    'Dieser Artikel ist {place}. Dafür ({verb}) muss er {places} sein.',
  'draft or changes requested': 'ein Entwurf oder zur Änderung zurück',
  'draft or in review or changes requested or approved':
    'in Arbeit, in der Abnahme oder freigegeben',
  'unpublished or withdrawn': 'unveröffentlicht oder zurückgezogen',
  draft: 'ein Entwurf',
  'in review': 'in der Abnahme',
  'changes requested': 'zur Änderung zurück',
  approved: 'freigegeben',
  spiked: 'gekippt',
  unpublished: 'nicht veröffentlicht',
  live: 'online',
  withdrawn: 'zurückgezogen',
  ...verbsOfActions,
  writer: 'Autor',
  'fact-checker': 'Faktenprüfung',
  editor: 'Redakteur',
  publisher: 'Chef vom Dienst',
  admin: 'Admin',
  'A fact-checker completes the fact check; the text is the writer’s to change.':
    'Die Faktenprüfung schließt die Faktenprüfung ab; den Text ändert, wer schreibt.',
  'An editor completes the legal check.': 'Die rechtliche Prüfung schließt ein Redakteur ab.',
  'A fact-checker or an editor completes the fact check.':
    'Die Faktenprüfung schließt ein Faktenprüfer oder ein Redakteur ab.',
  'Sign in as a member of the newsroom to do this.':
    'Melden Sie sich dafür als Mitglied der Redaktion an.',
  'Sign in as a member of the newsroom to make a preview link.':
    'Melden Sie sich als Mitglied der Redaktion an, um einen Vorschau-Link zu machen.',
  'Sign in as an admin to send this again.':
    'Melden Sie sich als Admin an, um das noch einmal zu senden.',
  'Importing makes articles: that takes the role writer or above.':
    'Beim Import entstehen Artikel: Das braucht die Rolle Autor oder eine höhere.',
  'This is the only admin. Make somebody else an admin first.':
    'Das ist der einzige Admin. Machen Sie erst jemand anderen dazu.',
  // What an action needs.
  'The article has changed since you opened it: read the changes, then approve.':
    'Der Artikel hat sich geändert, seit Sie ihn geöffnet haben: Lesen Sie die Änderungen, dann geben Sie frei.',
  'This time is past or cannot be read: choose a time to come.':
    'Diese Zeit ist vorbei oder nicht zu lesen: Wählen Sie eine kommende.',
  'This article is under embargo until {time}: choose that time or a later one.':
    'Dieser Artikel hat eine Sperrfrist bis {time}: Wählen Sie diese Zeit oder eine spätere.',
  'Another edition has been approved since: look at it, then publish that one.':
    'Inzwischen ist eine andere Fassung freigegeben: Sehen Sie sie an, dann veröffentlichen Sie diese.',
  'This edition is live already.': 'Diese Fassung ist schon online.',
  'This changes a live text: say whether it is a correction, a clarification or an update, with a note for readers, or a minor change, with the reason.':
    'Das ändert einen Text, der online ist: Sagen Sie, ob es eine Korrektur, eine Klarstellung oder eine Aktualisierung ist, mit einem Hinweis für Leser, oder eine kleine Änderung, mit dem Grund.',
  'This changes a text that readers have seen: say whether it is a correction, a clarification or an update, with a note for them, or a minor change, with the reason.':
    'Das ändert einen Text, den Leser gesehen haben: Sagen Sie, ob es eine Korrektur, eine Klarstellung oder eine Aktualisierung ist, mit einem Hinweis für sie, oder eine kleine Änderung, mit dem Grund.',
  'This edition changes a live text and was approved without saying how: write in the story what kind of change it is, and have it approved again.':
    'Diese Fassung ändert einen Text, der online ist, und wurde freigegeben, ohne zu sagen, wie: Schreiben Sie im Artikel, was für eine Änderung es ist, und lassen Sie ihn noch einmal freigeben.',
  'Another note was approved with this edition: “{words}” Publish without a note, or change it in the story and have it approved again.':
    'Mit dieser Fassung wurde ein anderer Hinweis freigegeben: „{words}“ Veröffentlichen Sie ohne Hinweis, oder ändern Sie ihn im Artikel und lassen Sie ihn noch einmal freigeben.',
  'Give the reason: the history keeps it.': 'Nennen Sie den Grund: Der Verlauf behält ihn.',
  'Tell the writer what to change.': 'Sagen Sie dem Autor, was zu ändern ist.',
  'Write the notice that readers find in place of the article.':
    'Schreiben Sie den Hinweis, den Leser anstelle des Artikels finden.',
  'Choose a time.': 'Wählen Sie eine Zeit.',
  'Choose the edition to go back to.': 'Wählen Sie die Fassung, zu der es zurückgehen soll.',
  'Send the content hash of the text that was read, so that only that is approved.':
    'Senden Sie den Inhalts-Hash des gelesenen Textes, damit nur dieser freigegeben wird.',
  'There is no such article, or it is in the trash.':
    'Diesen Artikel gibt es nicht, oder er ist im Papierkorb.',
  'There is no such {what}, or it is in the trash.':
    'Das gibt es nicht ({what}), oder es ist im Papierkorb.',
  'The saved text does not name this person, or lists them already. Nothing was done.':
    'Der gespeicherte Text nennt diese Person nicht oder führt sie schon. Nichts wurde getan.',
  'There is no such article, or it has no such edition.':
    'Diesen Artikel gibt es nicht, oder er hat keine solche Fassung.',
  'There is no such article.': 'Diesen Artikel gibt es nicht.',
  'This article has no such edition. Choose one from its history.':
    'Dieser Artikel hat keine solche Fassung. Wählen Sie eine aus seinem Verlauf.',
  'This article has no edition “{reference}”. Name an edition’s id or “working-copy”.':
    'Dieser Artikel hat keine Fassung „{reference}“. Nennen Sie die Kennung einer Fassung oder „working-copy“.',
  'There is an order to {order} already: reschedule or unschedule that one.':
    'Es gibt schon einen Auftrag ({order}): Verschieben Sie ihn, oder sagen Sie ihn ab.',
  'The approved edition is the one that is scheduled already.':
    'Die freigegebene Fassung ist schon die geplante.',
  'The address “{slug}” of this edition is not this article’s. Approve it with another slug.':
    'Die Adresse „{slug}“ dieser Fassung gehört nicht diesem Artikel. Geben Sie ihn mit einer anderen frei.',
  'Choose two to {count} different articles to release together.':
    'Wählen Sie zwei bis {count} verschiedene Artikel, die zusammen hinausgehen sollen.',
  'Others are changing this at the same moment. Nothing was done: try again.':
    'Andere ändern das im selben Augenblick. Nichts wurde getan: Versuchen Sie es noch einmal.',
  'This idempotency key was used for another request. Make a new key for each action.':
    'Dieser Idempotenz-Schlüssel gehört zu einer anderen Anfrage. Nehmen Sie für jede Aktion einen neuen.',
  'The article was withdrawn or spiked.': 'Der Artikel wurde zurückgezogen oder gekippt.',
  'Edition {number} was published.': 'Fassung {number} wurde veröffentlicht.',
  // Times.
  'Give the day and the time like 2031-03-04T18:30, without an offset.':
    'Geben Sie Tag und Zeit wie 2031-03-04T18:30 an, ohne Zeitverschiebung.',
  '“{zone}” is no time zone that is known here. Use a name like Europe/Amsterdam.':
    '„{zone}“ ist keine bekannte Zeitzone. Nehmen Sie einen Namen wie Europe/Amsterdam.',
  'This time is past: choose a time to come.': 'Diese Zeit ist vorbei: Wählen Sie eine kommende.',
  'This is more than {count} years ahead: check the year.':
    'Das sind mehr als {count} Jahre: Prüfen Sie das Jahr.',
  'The clocks of {zone} are put forward over {time}, so there is no such time: choose {before} or {after}.':
    'Die Uhren von {zone} werden über {time} hinweg vorgestellt, diese Zeit gibt es also nicht: Wählen Sie {before} oder {after}.',
  'The clocks of {zone} are put back, so {time} comes twice: say whether the earlier ({earlier}) or the later ({later}) is meant.':
    'Die Uhren von {zone} werden zurückgestellt, {time} kommt also zweimal: Sagen Sie, ob die frühere ({earlier}) oder die spätere ({later}) gemeint ist.',
  'This order is due at {time}, not before.': 'Dieser Auftrag ist um {time} fällig, nicht früher.',
  'This order is in other hands, or was moved or cancelled.':
    'Dieser Auftrag ist in anderen Händen, verschoben oder abgesagt.',
  'This order is not due yet.': 'Dieser Auftrag ist noch nicht fällig.',
  'This was due more than {count} minutes ago and did not go out by itself: publish it now, or choose another time.':
    'Das war vor mehr als {count} Minuten fällig und ging nicht von selbst hinaus: Veröffentlichen Sie es jetzt, oder wählen Sie eine andere Zeit.',
  'The rights in the picture “{words}” have ended: readers of “{headline}” do not see it any more.':
    'Die Rechte am Bild „{words}“ sind abgelaufen: Leser von „{headline}“ sehen es nicht mehr.',
  'The rights ended at {time}.': 'Die Rechte endeten um {time}.',
  'A sooner end was saved.': 'Ein früheres Ende wurde gespeichert.',
  'It stood in {count} more of yours.': 'Es stand noch in {count} weiteren Ihrer Artikel.',
  'Did not go out: {title}, due at {time} ({zone}). {reason}':
    'Nicht hinausgegangen: {title}, fällig um {time} ({zone}). {reason}',
  Publications: 'Veröffentlichungen',
  BLOCKED: 'BLOCKIERT',
  Done: 'Erledigt',
  'Publish “{headline}”': '„{headline}“ veröffentlichen',
  'Withdraw “{headline}”': '„{headline}“ zurückziehen',
  'Nothing of this article is public before this moment.':
    'Nichts von diesem Artikel ist vor diesem Zeitpunkt öffentlich.',
  'Embargo ends: “{headline}”': 'Sperrfrist endet: „{headline}“',
  'Edition {number}, {time} ({zone}).': 'Fassung {number}, {time} ({zone}).',
  'Went out {seconds} s after its time.': 'Ging {seconds} s nach seiner Zeit hinaus.',
  'This part of the calendar cannot be read.': 'Dieser Teil des Kalenders ist nicht zu lesen.',
  'This calendar link is wrong or no longer valid. Get a new one in your account.':
    'Dieser Kalender-Link ist falsch oder gilt nicht mehr. Holen Sie sich in Ihrem Konto einen neuen.',
  // Saving.
  'Somebody saved this after you opened it. Nothing of yours was saved and nothing is lost: compare the two, then save again.':
    'Jemand hat das gespeichert, nachdem Sie es geöffnet haben. Von Ihnen ist nichts gespeichert und nichts verloren: Vergleichen Sie beides, dann speichern Sie noch einmal.',
  'Somebody saved this after you opened it. Your text is still on your page. Compare the two before you save again.':
    'Jemand hat das gespeichert, nachdem Sie es geöffnet haben. Ihr Text steht noch auf Ihrer Seite. Vergleichen Sie beides, bevor Sie noch einmal speichern.',
  'Somebody changed this at the same moment. Nothing of yours was saved: try again.':
    'Jemand hat das im selben Augenblick geändert. Von Ihnen wurde nichts gespeichert: Versuchen Sie es noch einmal.',
  'Somebody saved this at the same moment. Nothing of yours was saved: try again.':
    'Jemand hat das im selben Augenblick gespeichert. Von Ihnen wurde nichts gespeichert: Versuchen Sie es noch einmal.',
  'Somebody saved this at the same time. Nothing of yours was saved: try again.':
    'Jemand hat das im selben Augenblick gespeichert. Von Ihnen wurde nichts gespeichert: Versuchen Sie es noch einmal.',
  'There is no section {id}, or it is in the trash. Send its text as a new one.':
    'Den Abschnitt {id} gibt es nicht, oder er ist im Papierkorb. Senden Sie seinen Text als neuen.',
  'The section “{name}” belongs to another article. Copy its text instead.':
    'Der Abschnitt „{name}“ gehört zu einem anderen Artikel. Kopieren Sie stattdessen seinen Text.',
  'There is no section {id}. Create it first, then add it to the article.':
    'Den Abschnitt {id} gibt es nicht. Legen Sie ihn erst an, dann fügen Sie ihn hinzu.',
  'A section cannot move to another article. Copy its text there instead.':
    'Ein Abschnitt kann nicht in einen anderen Artikel wandern. Kopieren Sie stattdessen seinen Text.',
  'There is no article {id}. Create it first, then its sections.':
    'Den Artikel {id} gibt es nicht. Legen Sie erst ihn an, dann seine Abschnitte.',
  'The slug “{slug}” belongs to another article. Choose another.':
    'Die Adresse „{slug}“ gehört zu einem anderen Artikel. Wählen Sie eine andere.',
  'The slug “{slug}” is taken. Choose another.':
    'Die Adresse „{slug}“ ist vergeben. Wählen Sie eine andere.',
  'Write the whole address, beginning with https:// or http://.':
    'Schreiben Sie die ganze Adresse, von https:// oder http:// an.',
  'Choose a person or write a guest name, or remove this byline.':
    'Wählen Sie eine Person, oder nennen Sie einen Gast, oder entfernen Sie diese Autorenzeile.',
  'The role cannot end before it begins.': 'Die Rolle kann nicht enden, bevor sie beginnt.',
  'A Wikidata id is Q and a number: Q42.': 'Eine Wikidata-Kennung ist Q und eine Zahl: Q42.',
  'Write hours:minutes:seconds, for example 00:12:34.':
    'Schreiben Sie Stunden:Minuten:Sekunden, zum Beispiel 00:12:34.',
  'An IPTC media topic code has eight digits.': 'Ein Code der IPTC-Themen hat acht Ziffern.',
  'A version can be restored as a draft only. Restore it with draft=true.':
    'Eine Version kann nur als Entwurf zurückgeholt werden. Nehmen Sie draft=true.',
  'Saving makes a draft: it cannot publish or unpublish. Save, then use the article’s actions.':
    'Speichern macht einen Entwurf und veröffentlicht nichts. Speichern Sie, dann nehmen Sie die Aktionen des Artikels.',
  'Readers can see this now. Only an action changes it.':
    'Leser sehen das jetzt. Nur die Aktionen des Artikels ändern es.',
  'Readers can see this now. Withdraw the article first, then delete.':
    'Leser sehen das jetzt. Ziehen Sie den Artikel erst zurück, dann löschen Sie.',
  'This is still used by {names}. Remove it there first, then delete.':
    'Das wird noch benutzt von {names}. Entfernen Sie es erst dort, dann löschen Sie.',
  'This article has editions, and the record of what was approved is kept. Leave it in the trash.':
    'Dieser Artikel hat Fassungen, und was freigegeben wurde, bleibt erhalten. Lassen Sie ihn im Papierkorb.',
  'Records in “{collection}” are written by actions and cannot be changed or deleted.':
    'Einträge in „{collection}“ schreiben nur Aktionen; sie können nicht geändert oder gelöscht werden.',
  'This topic cannot stand under one of its own narrower topics. Choose another parent.':
    'Dieses Thema kann nicht unter einem seiner eigenen Unterthemen stehen. Wählen Sie ein anderes.',
  'There is no such file.': 'Diese Datei gibt es nicht.',
  'There is no dead delivery of this id.':
    'Eine gescheiterte Zustellung dieser Kennung gibt es nicht.',
  // What cannot be understood.
  'There is no action “{name}”. There are: {names}.':
    'Eine Aktion „{name}“ gibt es nicht. Es gibt: {names}.',
  'The input of “{name}” is not usable.': 'Die Angaben zu „{name}“ sind nicht zu gebrauchen.',
  'This is not usable.': 'Das ist nicht zu gebrauchen.',
  'This release is not usable.': 'Diese gemeinsame Veröffentlichung ist so nicht möglich.',
  'These filters are not usable.': 'Diese Filter sind nicht zu gebrauchen.',
  'The body of a release is a JSON object.':
    'Der Inhalt einer gemeinsamen Veröffentlichung ist ein JSON-Objekt.',
  'The body of {what} is a JSON object, or empty.':
    'Der Inhalt ({what}) ist ein JSON-Objekt oder leer.',
  'An Idempotency-Key has at most {count} characters.':
    'Ein Idempotency-Key hat höchstens {count} Zeichen.',
  '{name}: this is no id. Leave it out to see everything.':
    '{name}: Das ist keine Kennung. Lassen Sie sie weg, um alles zu sehen.',
  'A preview link needs an articleId, and lasts at most {count} hours.':
    'Ein Vorschau-Link braucht eine articleId und gilt höchstens {count} Stunden.',
  'This preview link is wrong or has expired. Open the preview from the article again.':
    'Dieser Vorschau-Link ist falsch oder abgelaufen. Öffnen Sie die Vorschau noch einmal vom Artikel aus.',
  'Nothing of this article is approved.': 'Von diesem Artikel ist nichts freigegeben.',
  'Readers see nothing of this article.': 'Leser sehen nichts von diesem Artikel.',
  'Name the file in the address: ?name=story.md.':
    'Nennen Sie die Datei in der Adresse: ?name=story.md.',
  'A file has at most {count} MB. Split it.':
    'Eine Datei hat höchstens {count} MB. Teilen Sie sie.',
  'The request is not understood. {reason}': 'Die Anfrage ist nicht zu verstehen. {reason}',
  'The query is not understood. {reason}.': 'Die Abfrage ist nicht zu verstehen. {reason}.',
  'The query is nested deeper than {count} levels.':
    'Die Abfrage ist tiefer als {count} Ebenen verschachtelt.',
  '“{field}” is compared with something that it cannot be, such as a wrong id.':
    '„{field}“ wird mit etwas verglichen, was es nicht sein kann, etwa einer falschen Kennung.',
  'A condition compares a field with something that it cannot be.':
    'Eine Bedingung vergleicht ein Feld mit etwas, was es nicht sein kann.',
  'A condition uses an operator that its field does not have.':
    'Eine Bedingung nutzt einen Operator, den ihr Feld nicht hat.',
  'A condition names a field that cannot be asked for.':
    'Eine Bedingung nennt ein Feld, nach dem nicht gefragt werden kann.',
  'A part of it is no JSON.': 'Ein Teil davon ist kein JSON.',
  'Nothing here has versions.': 'Hier hat nichts Versionen.',
  'Send the fields as a JSON object.': 'Senden Sie die Felder als JSON-Objekt.',
  '“{field}” cannot be read: it is {wanted}.':
    '„{field}“ ist nicht zu lesen: Verlangt ist {wanted}.',
  'The name of the file holds a character that nobody sees. Rename it and try again.':
    'Der Name der Datei enthält ein Zeichen, das niemand sieht. Benennen Sie sie um und versuchen Sie es noch einmal.',
  'The form with the file cannot be read: it broke off, or the name of the file holds a character that nobody sees. Rename the file and try again.':
    'Das Formular mit der Datei ist nicht zu lesen: Es brach ab, oder der Name der Datei enthält ein Zeichen, das niemand sieht. Benennen Sie die Datei um und versuchen Sie es noch einmal.',
  '“{field}”: {problem}': '„{field}“: {problem}',
  '“{field}” is to be left out: no reader would see it.':
    '„{field}“ ist wegzulassen: Kein Leser sähe es.',
  'A link leads to the article {id}, which does not exist or is in the trash. Link to another, or take the link away.':
    'Ein Link führt zum Artikel {id}, den es nicht gibt oder der im Papierkorb ist. Verlinken Sie einen anderen, oder nehmen Sie den Link weg.',
  'a node with a type': 'ein Knoten mit type',
  'a list of nodes': 'eine Liste von Knoten',
  'another value': 'ein anderer Wert',
  empty: 'leer',
  'h3 or h4: h2 is the heading of the section': 'h3 oder h4: h2 ist die Überschrift des Abschnitts',
  'an address that begins with https://': 'eine Adresse, die mit https:// beginnt',
  'an address that begins with https://, http:// or mailto:':
    'eine Adresse, die mit https://, http:// oder mailto: beginnt',
  'an address of at most {count} characters': 'eine Adresse von höchstens {count} Zeichen',
  'an address without hidden characters': 'eine Adresse ohne verborgene Zeichen',
  'a whole address': 'eine ganze Adresse',
  'a link with an address or an article': 'ein Link mit einer Adresse oder einem Artikel',
  'the id of an image': 'die Kennung eines Bildes',
  'the id of a quote': 'die Kennung eines Zitats',
  'the id of an article': 'die Kennung eines Artikels',
  'nested in at most {count} levels': 'in höchstens {count} Ebenen verschachtelt',
  'of at most {count} nodes': 'aus höchstens {count} Knoten',
  'of at most {count} characters': 'aus höchstens {count} Zeichen',
  '“{field}” begins with what nobody sees: {what}. Take it out, or write the words anew.':
    '„{field}“ beginnt mit etwas, das niemand sieht: {what}. Nehmen Sie es heraus, oder schreiben Sie die Worte neu.',
  '“{field}” holds what nobody sees after “{words}”, at place {count}: {what}. Take it out, or write the words anew.':
    '„{field}“ enthält nach „{words}“ an Stelle {count} etwas, das niemand sieht: {what}. Nehmen Sie es heraus, oder schreiben Sie die Worte neu.',
  '{name} ({code}) and {count} more': '{name} ({code}) und {count} weitere',
  '{name} ({code})': '{name} ({code})',
  ...Object.fromEntries(CHARACTER_NAMES.map(({ en, de }) => [en, de])),
  'one of {names}': 'eines von {names}',
  'a list of some of {names}': 'eine Liste aus {names}',
  'a text': 'ein Text',
  'a text of at most {count} characters': 'ein Text von höchstens {count} Zeichen',
  'a text without the character U+0000': 'ein Text ohne das Zeichen U+0000',
  'a list of texts': 'eine Liste von Texten',
  'a number': 'eine Zahl',
  'a number of at least {count}': 'eine Zahl von mindestens {count}',
  'a number of at most {count}': 'eine Zahl von höchstens {count}',
  'a list of numbers': 'eine Liste von Zahlen',
  'a date such as 2031-03-04T18:30:00Z': 'ein Zeitpunkt wie 2031-03-04T18:30:00Z',
  'true or false': 'true oder false',
  'an id': 'eine Kennung',
  'a list of ids': 'eine Liste von Kennungen',
  'an object': 'ein Objekt',
  'a list of objects': 'eine Liste von Objekten',
  'an editor state with a root': 'ein Zustand des Editors mit einem root',
  // Notes on words of a story.
  'There is no such comment any more.': 'Diesen Kommentar gibt es nicht mehr.',
  'Somebody has answered this comment, so it stays. Add another one below.':
    'Jemand hat auf diesen Kommentar geantwortet, er bleibt also. Schreiben Sie einen weiteren darunter.',
  'This comment is somebody else’s: only they can change it. Answer it instead.':
    'Dieser Kommentar ist von jemand anderem und nur dort zu ändern. Antworten Sie stattdessen.',
  'There is no such note any more: whoever wrote it has taken it back.':
    'Diese Notiz gibt es nicht mehr: Sie wurde zurückgenommen.',
  'A note has at most {count} comments. Begin another one.':
    'Eine Notiz hat höchstens {count} Kommentare. Beginnen Sie eine neue.',
  'Whoever began a note resolves it, or whoever may write this article. Answer it instead.':
    'Eine Notiz erledigt, wer sie begonnen hat oder diesen Artikel schreiben darf. Antworten Sie stattdessen.',
  'These words are not in the saved text any more. Choose them anew; the note is not lost.':
    'Diese Worte stehen nicht mehr im gespeicherten Text. Wählen Sie sie neu; die Notiz ist nicht verloren.',
  'This story has {count} open notes. Resolve some first.':
    'Dieser Text hat {count} offene Notizen. Erledigen Sie erst einige.',
  // Stories that are read from files.
  'The story has a headline and no paragraphs. Put an empty line under the headline, then the text.':
    'Der Text hat eine Überschrift und keine Absätze. Lassen Sie unter der Überschrift eine Zeile frei, dann folgt der Text.',
  'The text holds no story. Put the headline on the first line and the paragraphs below it.':
    'Darin ist kein Artikel. In die erste Zeile gehört die Überschrift, darunter die Absätze.',
  'Line {line} is a paragraph where the headline should be. Put the headline above it, on a line of its own.':
    'Zeile {line} ist ein Absatz, wo die Überschrift stehen sollte. Setzen Sie sie darüber, in eine eigene Zeile.',
  '{file}, line {line}: {problem}': '{file}, Zeile {line}: {problem}',
  '{file}, item {item}: {problem}': '{file}, Eintrag {item}: {problem}',
  '{file}, story {number}: {problem}': '{file}, Artikel {number}: {problem}',
  // A file whose name has no ending is of no kind either.
  '{name}: This kind of file is not read. Give {formats}.':
    '{name}: Diese Art Datei wird nicht gelesen. Nehmen Sie {formats}.',
  'This kind of file is not read. Give {formats}.':
    'Diese Art Datei wird nicht gelesen. Nehmen Sie {formats}.',
  'plain text (.txt), Markdown (.md), HTML (.html), Word (.docx), ninjs (.json), NewsML, NITF or a WordPress export (.xml)':
    'reinen Text (.txt), Markdown (.md), HTML (.html), Word (.docx), ninjs (.json), NewsML, NITF oder einen WordPress-Export (.xml)',
  '{file}: {problem}': '{file}: {problem}',
  'It has {size} MB, more than the {most} MB allowed. Split it.':
    'Die Datei hat {size} MB, mehr als die erlaubten {most} MB. Teilen Sie sie.',
  'It is empty. Put the headline on the first line and the paragraphs below it.':
    'Die Datei ist leer. In die erste Zeile gehört die Überschrift, darunter die Absätze.',
  'It is no text: it holds the control character {character}. Save it as text and try again.':
    'Das ist kein Text: Darin steht das Steuerzeichen {character}. Speichern Sie die Datei als Text und versuchen Sie es noch einmal.',
  'It is no text: it holds zero bytes. Save it as text and try again.':
    'Das ist kein Text: Darin stehen Null-Bytes. Speichern Sie die Datei als Text und versuchen Sie es noch einmal.',
  'It is not valid {encoding}. Save it with the encoding UTF-8 and try again.':
    'Die Datei ist kein gültiges {encoding}. Speichern Sie sie mit der Kodierung UTF-8 und versuchen Sie es noch einmal.',
  'It is no Word document that can be read.': 'Das ist kein lesbares Word-Dokument.',
  'It is not valid JSON: {cause}.': 'Das ist kein gültiges JSON: {cause}.',
  'It is not well-formed XML: {cause}': 'Das ist kein wohlgeformtes XML: {cause}',
  'It declares entities of its own, which is not accepted: take them out.':
    'Die Datei vereinbart eigene Entities, was nicht angenommen wird: Nehmen Sie sie heraus.',
  'The section “{heading}” cannot be kept: it is to be {wanted}.':
    'Der Abschnitt „{heading}“ kann nicht behalten werden: Er muss sein: {wanted}.',
  'Its text cannot be kept: it is to be {wanted}.':
    'Der Text kann nicht behalten werden: Er muss sein: {wanted}.',
  'Only an admin imports stories as published.':
    'Nur Administratoren importieren Texte als veröffentlicht.',
  'Its date is still to come: schedule it.': 'Sein Datum kommt erst noch: Planen Sie es ein.',
  'Imported as it was published on {date}.': 'Importiert, wie es am {date} veröffentlicht war.',
  'It holds no newsItem.': 'Darin ist kein newsItem.',
  'Reading it took longer than {count} seconds, and was given up. Split it.':
    'Sie zu lesen dauerte länger als {count} Sekunden und wurde aufgegeben. Teilen Sie sie.',
  'Reading it took more memory than a file may take, and was given up. Split it.':
    'Sie zu lesen brauchte mehr Speicher als erlaubt und wurde aufgegeben. Teilen Sie sie.',
  'Reading it failed, which should not happen: tell whoever runs this newsroom.':
    'Sie zu lesen misslang, was nicht vorkommen soll: Sagen Sie es denen, die diese Redaktion betreiben.',
  'The source took back “{headline}”, which readers see: withdraw it.':
    'Die Quelle hat „{headline}“ zurückgezogen, und Leser sehen es: Ziehen Sie es zurück.',
  'The source took back “{headline}”: it is on hold.':
    'Die Quelle hat „{headline}“ zurückgezogen: Der Artikel ist gesperrt.',
  'The source took back “{headline}”, and nothing was to be done: it is on hold already, or a later version came in.':
    'Die Quelle hat „{headline}“ zurückgezogen, und nichts war zu tun: Der Artikel ist schon gesperrt, oder eine spätere Fassung kam herein.',
  'Its source took it back.': 'Die Quelle hat es zurückgezogen.',
  'It holds no NewsItem.': 'Darin ist kein NewsItem.',
  'It is a package that names stories and holds none.':
    'Es ist ein Paket, das Texte nennt und keinen enthält.',
  'It has no text: DataContent is wanted.': 'Darin ist kein Text: Verlangt ist DataContent.',
  'It has no text: a body is wanted.': 'Darin ist kein Text: Verlangt ist ein body.',
  'Its front matter cannot be read: {words}.':
    'Die Angaben über dem Text (Front Matter) sind nicht lesbar: {words}.',
  'It unpacks to more than {count} MB, which is not accepted.':
    'Ausgepackt hat die Datei mehr als {count} MB; das wird nicht angenommen.',
  'Its text has more than {count} MB, which is not accepted.':
    'Ihr Text hat mehr als {count} MB; das wird nicht angenommen.',
  'It has {count} paragraphs, more than the {most} allowed. Split it.':
    'Sie hat {count} Absätze, mehr als die erlaubten {most}. Teilen Sie sie.',
  'It nests deeper than {count} levels, which is not accepted.':
    'Sie ist tiefer als {count} Ebenen verschachtelt; das wird nicht angenommen.',
  'It holds no posts.': 'Darin sind keine Beiträge.',
  'It is no WordPress export: wp:wxr_version is missing.':
    'Das ist kein WordPress-Export: wp:wxr_version fehlt.',
  'It is no ninjs item: an object is wanted.':
    'Das ist kein Eintrag in ninjs: Verlangt ist ein Objekt.',
  'It is of type “{type}”, not text.': 'Es ist vom Typ „{type}“, nicht Text.',
  'It is of class “{type}”, not text.': 'Es ist von der Klasse „{type}“, nicht Text.',
  'It has the status “{status}”: its source does not let it be used.':
    'Es hat den Status „{status}“: Die Quelle erlaubt die Nutzung nicht.',
  'It was cancelled or withheld by its source: do not publish it.':
    'Die Quelle hat es zurückgezogen oder hält es zurück: Veröffentlichen Sie es nicht.',
  'It has no body: body_html, body_xhtml, body_text or bodies is wanted.':
    'Darin ist kein Text: Verlangt ist body_html, body_xhtml, body_text oder bodies.',
  'It has no text: inlineXML or inlineData is wanted.':
    'Darin ist kein Text: Verlangt ist inlineXML oder inlineData.',
  'Its embargo “{time}” is no time in ISO 8601.':
    'Die Sperrfrist „{time}“ ist keine Zeit nach ISO 8601.',
  'There is no text in it.': 'Darin ist kein Text.',
  'It has no headline: give it a title or a heading above the text.':
    'Es hat keine Überschrift: Geben Sie einen Titel an oder eine Überschrift über dem Text.',
  '“{headline}” has a headline and no paragraphs.':
    '„{headline}“ hat eine Überschrift und keine Absätze.',
  'The database took too long over this. Ask for less, or by an indexed field.':
    'Die Datenbank hat dafür zu lange gebraucht. Fragen Sie nach weniger, oder nach einem Feld mit Index.',
  'There is no such record, or it is in the trash.':
    'Es gibt diesen Eintrag nicht, oder er liegt im Papierkorb.',
  'An editor releases it: what readers see waits until then.':
    'Ein Redakteur übernimmt es: Bis dahin bleibt, was Leser sehen.',
  'Send the hash of what you read, so that nothing else is released.':
    'Senden Sie den Hash dessen, was Sie gelesen haben, damit nichts anderes übernommen wird.',
  'Somebody changed this after you read it. Nothing was released: read the difference again.':
    'Jemand hat dies geändert, nachdem Sie es gelesen haben. Nichts wurde übernommen: Lesen Sie den Unterschied noch einmal.',
  'Readers see exactly this already.': 'Leser sehen genau dies schon.',
  'Shown by “{title}”.': 'Gezeigt von „{title}“.',
  'No longer shown by “{title}”, nor by anything else.':
    'Nicht mehr gezeigt von „{title}“, und auch sonst von nichts.',
  'The portrait of {name}.': 'Das Porträt von {name}.',
  'No longer the portrait of {name}.': 'Nicht mehr das Porträt von {name}.',
  'The topic above {name}.': 'Das Thema über {name}.',
  'No longer the topic above {name}.': 'Nicht mehr das Thema über {name}.',
  // Notices.
  '{name} assigned “{headline}” to you{due}.': '{name} hat Ihnen „{headline}“ zugewiesen{due}.',
  '{name} moved the deadline of “{headline}”{due}.':
    '{name} hat die Frist von „{headline}“ verschoben{due}.',
  ', due {time}': ', fällig {time}',
  ...noticesOfActions,
  '{name} mentioned you in a note on “{headline}”: “{words}”':
    '{name} hat Sie in einer Notiz zu „{headline}“ erwähnt: „{words}“',
  '{name} answered a note on “{headline}”: “{words}”':
    '{name} hat auf eine Notiz zu „{headline}“ geantwortet: „{words}“',
  ' “{words}”': ' „{words}“',
  'The clock': 'Die Uhr',
};

/** What the fields of articles and images are called, by the edition's table. */
function fieldLabels(): Record<string, string> {
  const fields = [...Object.values(fieldsOf('article')), ...Object.values(fieldsOf('image'))];
  return Object.fromEntries(
    fields.flatMap(({ type, label }) =>
      type === 'text' || type === 'paragraph' ? [[label.en, label.de]] : [],
    ),
  );
}
