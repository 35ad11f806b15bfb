# Dates

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-month = { $month } { $year }
date-day = { $day }. { $month } { $year }

# Answers, in Telegram and in a terminal

guest = der Gast
somebody = eine nicht genannte Person
interviewer = die interviewende Person
asked = Frage:
title = „{ $title }“
untitled = Interview { $name }
at-time = bei { $time }
on-page = S. { $page }
read = Interview lesen
corrected = Ergebnisse für „{ $words }“.
corrected-in-vain = Ich habe auch nach „{ $words }“ gesucht.
nothing = In meinen Interviews beantwortet das niemand.
nothing-foreign = Die Interviews sind { $language ->
    [ar] auf Arabisch
    [da] auf Dänisch
    [de] auf Deutsch
    [el] auf Griechisch
    [en] auf Englisch
    [es] auf Spanisch
    [fi] auf Finnisch
    [fr] auf Französisch
    [hu] auf Ungarisch
    [it] auf Italienisch
    [nl] auf Niederländisch
    [no] auf Norwegisch
    [pt] auf Portugiesisch
    [ro] auf Rumänisch
    [ru] auf Russisch
    [sv] auf Schwedisch
    [ta] auf Tamil
    [tr] auf Türkisch
   *[other] in einer anderen Sprache
  }: Auf eine deutsche Frage gibt es dort keine Antwort. Fragen Sie in der Sprache der Interviews.
within = Eingeschränkt auf: { $filters }.
filters-separator = { "; " }
ambiguous = Mehrere Personen heißen { $typed }: { $names }. Schreiben Sie einen vollständigen Namen, um nur die Antworten dieser Person zu durchsuchen.
period = { $from } bis { $to }
period-since = { $date-day ->
    [0] seit { $date }
   *[other] seit dem { $date }
  }
period-until = { $date-day ->
    [0] bis { $date }
   *[other] bis zum { $date }
  }
topics = In den Interviews geht es um: { $words }.
coverage = { $interviews ->
    [0] Keine Interviews
    [one] Ein Interview
   *[other] { $interviews } Interviews
  }, { $exchanges ->
    [0] keine Antworten
    [one] eine Antwort
   *[other] { $exchanges } Antworten
  }
coverage-speakers = mit { $names }
coverage-others = { $count ->
    [one] und einer weiteren Person
   *[other] und { $count } weiteren
  }
coverage-year = aus dem Jahr { $year }
coverage-years = von { $from } bis { $to }

# Telegram

start = Ich beantworte Fragen mit dem, was Menschen wirklich gesagt haben: mit wörtlichen Auszügen aus Interviews und der Angabe, wer es wann und wo gesagt hat.
start-holds = { $coverage }.
start-ask = Stellen Sie mir Ihre Frage, oder probieren Sie eine von diesen:
start-collections = Sammlungen: { $names }. Schreiben Sie #Name in Ihre Frage, um nur in dieser Sammlung zu suchen.
help = Schicken Sie mir eine Frage in Ihren eigenen Worten. Ich suche die Antwort in den Interviews, die ich habe, und zitiere sie wörtlich, mit Quelle. Ich füge kein eigenes Wort hinzu.

    Mit ‹ und › blättern Sie durch die Zitate. Wenn Sie Ihre Frage bearbeiten, beantworte ich sie neu.

    In einer Gruppe schreiben Sie /ask und Ihre Frage, antworten auf eine meiner Nachrichten oder antworten mit /ask auf die Frage einer anderen Person.
ask-how = Schreiben Sie Ihre Frage hinter den Befehl: /ask Was halten Sie von …? Oder antworten Sie mit /ask auf die Nachricht, die die Frage enthält.
wait = Einen Augenblick bitte: Ich beantworte gerade noch Ihre vorherigen Fragen. Stellen Sie diese Frage bitte gleich noch einmal.
failed = Bei mir ist etwas schiefgegangen, nicht bei Ihnen. Bitte fragen Sie gleich noch einmal.
gone = Diese Stelle gibt es nicht mehr: Das Interview wurde inzwischen berichtigt oder gelöscht.
stale = Diese Schaltfläche funktioniert nicht mehr. Bitte schicken Sie Ihre Frage oder den Befehl noch einmal.
command-start = Was dieser Bot macht
command-help = So stellen Sie Fragen
command-ask = Eine Frage stellen

# Terminal

chat-greeting = { $coverage }. Stellen Sie eine Frage, oder drücken Sie Strg+D zum Beenden.
chat-try = Zum Beispiel:
chat-warned = Warnung: Mit geänderten Dateien oder mit dem Index stimmt etwas nicht. `verbatim index --corpus { $folder }` sagt, was.
chat-index-built-again = Der Ordner des Index wurde gelöscht: Der Index wurde neu erstellt.
chat-index-in-memory = Der Ordner des Index wurde gelöscht und kann nicht neu angelegt werden: Der Index bleibt ab jetzt im Arbeitsspeicher.
chat-without-token = Es ist kein Telegram-Token gesetzt (TELOXIDE_TOKEN), deshalb findet das Gespräch im Terminal statt.
chat-no-history = Warnung: { $path } ist kein Verlauf von Fragen und wird weder gelesen noch geändert.
chat-history-unsaved = Warnung: Die Fragen konnten nicht in den Verlauf in { $path } geschrieben werden.
files-with-problems = Warnung: { $count } Dateien haben Probleme: `verbatim index` führt sie auf (mit `--corpus { $folder }`)
file-with-problem = Warnung: { $file }: { $kind ->
    [unreadable] Die Datei kann nicht gelesen werden
    [not_a_regular_file] Das ist keine gewöhnliche Datei
    [folder_named_as_sidecar] Dieser Ordner trägt den Namen einer Begleitdatei
    [link] Das ist ein symbolischer Link, und Links werden nicht verfolgt
    [name] Der Dateiname ist nicht in UTF-8 kodiert
    [sidecar_without_interview] Zu dieser Begleitdatei fehlt das Interview, daher wird sie nicht verwendet
   *[other] In dieser Datei stimmt etwas nicht
  }; `verbatim check { $folder }` zeigt Einzelheiten
example-copied = Warnung: Das mitgelieferte Interview kann nicht in `{ $path }` geschrieben werden ({ $cause }); eine temporäre Kopie wird verwendet
index-busy = ein anderes verbatim schreibt gerade den Index in `{ $path }`
index-read-only = der Index in `{ $path }` kann nicht geschrieben werden: { $cause }
index-full = kein Speicherplatz mehr in `{ $path }`: Der Index braucht etwa { $room }
index-other = der Index in `{ $path }` stammt von anderen Interviews (`{ $corpus }`) und wird nicht neu erstellt: { $cause }
index-used = Warnung: { $reason }; der Index wird so verwendet, wie er ist
index-in-memory = Warnung: { $reason }; der Index bleibt im Arbeitsspeicher und wird bei jedem Start neu erstellt
index-replaced = Warnung: Der Index in `{ $path }` stammte von anderen Interviews (`{ $other }`): Er wurde aus `{ $corpus }` neu erstellt
index-unwritable = Hinweis: Der Index in `{ $path }` kann nicht geschrieben werden: Er wird so verwendet, wie er ist
index-rebuilt = der Index wurde aus den Interviews neu erstellt: { $reason ->
    [damaged] Er war beschädigt
    [unfinished] Er war unvollständig
   *[version] Er stammte von einer anderen Version
  }
index-hint-busy = Tipp: Warten Sie, bis das andere verbatim fertig ist, oder geben Sie diesem einen eigenen Ordner: `--index ORDNER`
index-hint-read-only = Tipp: Geben Sie dem Benutzer, der verbatim ausführt, Schreibrechte für den Ordner, oder nennen Sie einen anderen: `--index ORDNER`
index-hint-full = Tipp: Geben Sie dort Speicherplatz frei, oder nennen Sie einen Ordner auf einem anderen Datenträger: `--index ORDNER`
index-hint-other = Tipp: Geben Sie jedem Ordner mit Interviews einen eigenen Ordner für den Index: `--index ORDNER`
first-start-interviews = Interviews: { $path }
first-start-example = Interviews: { $path } (das mitgelieferte)
first-start-index = Index: { $path }
first-start-settings = Einstellungen: { $path }
first-start-no-settings = Einstellungen: noch keine Datei; zum Ändern legen Sie { $path } an
first-start-own-interviews = Eigene Interviews: verbatim check ORDNER, dann verbatim --corpus ORDNER

# Owners in Telegram

owners-only = Nur die Betreiber dieses Bots können seine Interviews ändern. Ihre Telegram-ID ist { $id }.
too-big = Diese Datei ist größer als 20 MB. Mehr können Bots von Telegram nicht herunterladen. Legen Sie sie auf dem Server in den Ordner mit den Interviews, oder teilen Sie sie auf.
unknown = unbekannt
unnamed = ohne Namen
field = { $name }: { $value }
field-title = Titel
field-date = Datum
field-outlet = Medium
field-url = Webadresse
field-name = Name
role-answers = Antwortet
role-asks = Stellt die Fragen
role-unknown = Spricht, Rolle unbekannt
draft-counts = { $exchanges ->
    [0] Keine Antworten
    [one] Eine Antwort
   *[other] { $exchanges } Antworten
  }, { $passages ->
    [0] keine Textstellen
    [one] eine Textstelle
   *[other] { $passages } Textstellen
  }
draft-warnings = { $count ->
    [one] und eine weitere Warnung
   *[other] und { $count } weitere Warnungen
  }
button-add = Hinzufügen
button-change = Ändern
button-cancel = Abbrechen
button-back = ‹ Zurück
button-name = Name: { $name }
button-asks = stellt die Fragen
button-answers = beantwortet die Fragen
button-remove = Löschen
button-withdraw = Zurückziehen
button-keep = Behalten
prompt = Antworten Sie auf diese Nachricht mit: { $field }. Schreiben Sie ein Datum als 2020, 2020-04 oder 2020-04-17.
added = Hinzugefügt als { $id }. Ich verwende es ab jetzt für Antworten.
cancelled = Abgebrochen. Es wurde nichts hinzugefügt.
remove-how = Schreiben Sie den Namen des Interviews hinter den Befehl: /remove 2020-04-paulin
remove-sure = „{ $title }“ ({ $id }) endgültig löschen? Die Datei wird aus dem Ordner mit den Interviews entfernt.
removed = Gelöscht: { $id }.
rename-how = Schreiben Sie den Namen des Interviews und den neuen Namen hinter den Befehl: /rename 2020-04-paulin 2020-05-paulin
renamed = Es heißt jetzt { $id }.
withdraw-how = Antworten Sie mit /withdraw auf das Zitat, das nie wieder gezeigt werden darf.
withdraw-sure = Diese Worte nie wieder zeigen?
withdrawn = Zurückgezogen: Diese Worte werden nie wieder gezeigt.
kept = Es wurde nichts geändert.
desk-unreadable = Ich kann diese Datei nicht lesen: { $reason }
desk-no-draft = Diese Datei wurde bereits hinzugefügt, oder der Vorgang wurde abgebrochen. Schicken Sie sie bei Bedarf noch einmal.
desk-no-interview = Ich habe kein Interview namens { $id }.
desk-one-of-several = Das ist eines von mehreren Interviews in { $file }. Sie können nur die ganze Datei ändern, und zwar auf dem Server. /withdraw funktioniert auch hier.
desk-taken = Es gibt schon ein Interview namens { $id }. Wählen Sie einen anderen Namen.
desk-no-date = „{ $text }“ ist kein Datum. Schreiben Sie 2020, 2020-04 oder 2020-04-17.
desk-no-address = „{ $text }“ ist keine Webadresse. Sie muss mit https:// oder http:// beginnen.
desk-malformed = Die Datei { $file } neben dem Interview enthält einen Fehler. Beheben Sie ihn zuerst auf dem Server.
desk-failed = Ich konnte nicht in den Ordner mit den Interviews schreiben. Der Grund steht im Protokoll des Servers.
desk-full = Die Festplatte des Servers ist voll, deshalb konnte ich nicht schreiben. Im Protokoll des Servers steht, wo und wie viel Platz nötig ist.
desk-behind = Erledigt, aber der Index konnte nicht aktualisiert werden. Solange das so ist, bleiben meine Antworten unverändert. Der Grund steht im Protokoll des Servers.
help-owner = Sie betreiben diesen Bot. Schicken Sie mir eine Datei, und ich zeige Ihnen, was ich darin gefunden habe, bevor etwas hinzugefügt wird. /remove NAME löscht ein Interview, und /rename NAME NEU benennt es um. Antworten Sie mit /withdraw auf ein Zitat, das nie wieder gezeigt werden darf.

# Votes, privacy and reports

vote-thanks = Danke, das ist notiert.
vote-why = Danke, das ist notiert. Mit den Schaltflächen können Sie den Grund nennen.
vote-taken-back = Ihre Stimme wurde zurückgenommen.
vote-failed = Ich konnte Ihre Stimme gerade nicht speichern. Bitte versuchen Sie es später noch einmal.
vote-off = Hier werden keine Stimmen mehr gespeichert.
vote-beside = Beantwortet meine Frage nicht
vote-wrong = Falsche Person oder falscher Text
vote-other = Etwas anderes
privacy = Ich speichere Folgendes, nichts davon mit einem Namen:

    • Ihre 👍 und 👎, mit dem Zitat, dem Tag, dem Grund, falls Sie einen angeben, und einem schlüsselbasierten Hash Ihrer Telegram-ID. Der Hash sorgt dafür, dass jede Person nur einmal abstimmt. Die ID selbst wird nicht gespeichert.

    • Den Wortlaut von Fragen ohne Antwort, mit dem Tag. Er zeigt den Betreibern dieses Bots, was fehlt. Wer gefragt hat, wird nicht gespeichert. Von beantworteten Fragen wird kein Wort gespeichert.

    • Wie viele Fragen es an jedem Tag gab.

    • Was unter /settings gewählt wurde, mit einem gleichartigen Hash des Chats, bis Sie /forget senden.

    Alles andere wird nach { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    } gelöscht. Um Ihre Stimmen sofort zu löschen, schicken Sie /forget. Welche Fragen von Ihnen stammen, kann niemand feststellen; sie bleiben deshalb bis zum Ende dieser Frist gespeichert.
privacy-off = Ich speichere nichts: keine Stimmen, keine Fragen, keine Zahlen. Wenn eine Antwort länger als eine Sekunde dauert, sichere ich nur Ihre Nachricht, bis sie beantwortet ist. Falls Sie hier früher abgestimmt haben, löscht /forget Ihre Stimmen.
forgotten = { $count ->
    [0] Von Ihnen hatte ich keine Stimmen.
    [one] Ihre Stimme ist gelöscht.
   *[other] Ihre { $count } Stimmen sind gelöscht.
  }
forget-failed = Ich konnte Ihre Stimmen gerade nicht löschen. Bitte schicken Sie /forget später noch einmal.
forgotten-group = Die Einstellungen dieser Gruppe sind gelöscht.
forget-group-failed = Ich konnte die Einstellungen dieser Gruppe gerade nicht löschen. Bitte schicken Sie /forget später noch einmal.
forget-group-admins-only = Die Einstellungen dieser Gruppe bleiben erhalten: Nur ihre Administratoren können sie löschen.
forget-beside = Es wurde nichts gelöscht, weil hinter /forget noch „{ $typed }“ stand.
forget-alone = Senden Sie nur /forget, um Ihre Stimmen und die Einstellungen dieses Chats zu löschen.
report-owners-only = Das können nur die Betreiber dieses Bots sehen, und zwar in ihrem privaten Chat mit ihm.
report-failed = Die Rückmeldungen der Nutzer können nicht gelesen werden. Der Grund steht im Protokoll des Servers.
report-empty = Es gibt nichts zu berichten: keine Frage ohne Antwort, keine Stimme gegen ein Zitat, überhaupt keine Frage.
report-questions = Fragen ohne Antwort
report-question = { $count } × { $text } ({ $day })
report-more = und { $count ->
    [one] eine weitere
   *[other] { $count } weitere
  }
report-nearest = am ähnlichsten: „{ $words }“ – { $speaker }, { $interview }; Wertung { $score }, Sicherheit { $certainty }
report-passages = Zitate mit negativen Stimmen
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = steht nicht mehr so im Interview
report-reason = { $reason }: { $count }
report-usage = Fragen nach Tagen
report-day = { $day }: { $answered } beantwortet, { $nothing } ohne Antwort
command-privacy = Was über Sie gespeichert wird
command-forget = Ihre Stimmen und Einstellungen löschen
command-report = Fragen ohne Antwort und Zitate mit negativen Stimmen
description = Ich beantworte Fragen mit dem, was Menschen wirklich gesagt haben: mit wörtlichen Auszügen aus Interviews und der Angabe, wer es wann und wo gesagt hat. Ich füge kein eigenes Wort hinzu, und wenn niemand antwortet, sage ich das.
short-description = Beantwortet Fragen mit dem, was Menschen in Interviews wirklich gesagt haben, Wort für Wort, mit Quelle.

# Sharing

copied = „{ $words }“
    — { $credit }
button-share = Teilen
button-copy = Kopieren
button-link = Link
inline-open = im Bot öffnen
inline-nothing = Darauf antwortet niemand. Bot öffnen
link-moved = Das Interview wurde geändert, seit dieser Link erstellt wurde. Diese Worte stehen noch darin:
link-changed = Das Interview wurde geändert, seit dieser Link erstellt wurde, und der frühere Wortlaut ist nicht gespeichert. An dieser Stelle steht jetzt:
link-lost = Das Interview wurde geändert, seit dieser Link erstellt wurde, und der frühere Wortlaut ist nicht gespeichert. Dort gibt es nichts mehr zu zitieren.
link-withdrawn = Die Worte, zu denen dieser Link führt, wurden zurückgezogen. Sie werden nicht mehr gezeigt.
link-removed = Das Interview, zu dem dieser Link führt, ist nicht mehr hier.
link-unknown = Dieser Link funktioniert nicht: Er ist falsch abgeschrieben oder unvollständig, oder er gehört zu einem anderen Bot.
help-sharing = Unter jedem Zitat kopiert „Kopieren“ den Wortlaut und „Link“ eine Adresse, die dorthin zurückführt.
help-inline = „Teilen“ schickt das Zitat in einen anderen Chat. Sie können auch in einem beliebigen Chat @{ $bot } und eine Frage schreiben und dort ein Zitat zum Senden auswählen.
button-card = Bild
command-card = Ein Zitat in ein Bild umwandeln
card-how = Antworten Sie mit /card auf eines meiner Zitate, oder schreiben Sie eine Frage hinter den Befehl: /card Was halten Sie von …? Mit „portrait“ vor der Frage wird es ein Bild im Hochformat.
card-glyph = Keine Schriftart auf meinem Server enthält alle Zeichen dieses Zitats, deshalb kann ich kein Bild daraus machen.
help-card = „Bild“ und /card machen aus einem Zitat ein Bild.

# Weiterfragen

button-as-typed = Nur „{ $words }“
button-context = Kontext
button-quote = ‹ Zurück zum Zitat
question-gone = Die Nachricht mit der Frage gibt es nicht mehr. Bitte stellen Sie die Frage noch einmal.
help-conversation = Antworten Sie auf eines meiner Zitate, um dazu weiterzufragen. ✕ entfernt einen Namen, ein Datum oder eine Quelle aus Ihrer Frage. „Kontext“ zeigt die ganze Antwort.

# Listen

speakers-title = Befragte ({ $count }), das neueste Interview zuerst
interviews-title = Interviews ({ $count }), die neuesten zuerst
list-answers = { $exchanges ->
    [0] keine Antworten
    [one] eine Antwort
   *[other] { $exchanges } Antworten
  }
list-ask = Tippen Sie auf einen Namen, um die Suche darauf einzuschränken.
list-empty = Ich habe noch keine Interviews.
speakers-empty = In meinen Interviews wird niemand namentlich genannt.
within-how = Antworten Sie auf diese Nachricht mit Ihrer Frage. Ich suche dann nur hier:
within-hint = Ihre Frage
within-gone = Das gibt es in meinen Interviews nicht mehr.
about-newest = Das neueste Interview ist { $date-day ->
    [0] { $date-month ->
        [0] aus dem Jahr { $date }
       *[other] vom { $date }
      }
   *[other] vom { $date }
  }.
about-outlets = Veröffentlicht in: { $names }.
about-contact = Betrieben von: { $contact }
about-program = Verbatim { $version }. Was über Sie gespeichert wird: /privacy
button-another = Noch eines
command-speakers = Wer in den Interviews spricht
command-interviews = Alle Interviews, die neuesten zuerst
command-random = Ein zufällig ausgewähltes Zitat
command-about = Was dieser Bot enthält und wer ihn betreibt
list-interviews = { $interviews ->
    [one] ein Interview
   *[other] { $interviews } Interviews
  }

# Einstellungen eines Chats

settings = Wählen Sie, welche Sprache ich in diesem Chat spreche und wie viele Zitate eine Antwort höchstens enthält. Zitate bleiben in der Originalsprache.
settings-telegram = Wie in Telegram
settings-own-name = Deutsch
settings-admins-only = Nur Administratoren dieser Gruppe können das ändern.
settings-failed = Ich konnte diese Einstellung gerade nicht speichern. Bitte versuchen Sie es später noch einmal.
settings-unusable = Ich kann gerade keine Einstellungen lesen oder speichern. Nichts wurde geändert. Bitte versuchen Sie es später noch einmal.
settings-off = Dieser Bot speichert nichts, also auch keine Einstellungen. Ich verwende die Sprache Ihrer Telegram-App.
command-settings = Sprache und Anzahl der Zitate

# Wem geantwortet wird

slower = Das waren zu viele Fragen in kurzer Zeit. Bitte warten Sie einen Moment und fragen Sie noch einmal.
not-here = Ich antworte nur in Chats, die meine Betreiber ausgewählt haben, und dieser gehört nicht dazu.

# Gespräch

talk-greeting = Hallo! Stellen Sie mir eine Frage, und ich suche die Antwort in den Interviews.
talk-thanks = Gern geschehen. Fragen Sie jederzeit weiter.
talk-farewell = Auf Wiedersehen, bis bald!
talk-help = Stellen Sie eine Frage in Ihren eigenen Worten. Ich antworte mit wörtlichen Auszügen aus den Interviews. /help listet die Befehle auf.
talk-smile = 🙂 Stellen Sie mir eine Frage.
talk-blank = Schreiben Sie eine Frage in Ihren eigenen Worten.
unknown-collection = Es gibt keine Sammlung namens „{ $typed }“.
unknown-speaker = Hier heißt niemand „{ $typed }“.
unknown-place = Es gibt keine Sammlung, kein Medium und kein Interview namens „{ $typed }“.
unknown-date = „{ $typed }“ ist kein Datum. Schreiben Sie 2020, 2020-04 oder 2019..2021.
unknown-no-collections = Es gibt keine Sammlung namens „{ $typed }“: Hier gibt es keine Sammlungen.
unknown-empty = Hinter „{ $typed }“ fehlt ein Wert. Schreiben Sie zum Beispiel speaker:NAME, in:MEDIUM oder date:2020.
nothing-within = Kein Interview entspricht diesen Angaben: { $filters }.
interviewers-unquoted = Zitiert werden nur die Antworten, nicht die Worte der Interviewer.
no-command = Den Befehl { $typed } gibt es nicht. /help zeigt alle Befehle.
refused-command = den Befehl `{ $typed }` gibt es nicht
refused-nearest = meinten Sie `{ $nearest }`?
refused-help = `/help` zeigt alle Befehle
list-outside = Die Nummer { $number } gibt es nicht: Die Liste reicht von 1 bis { $count }.
list-unanswered = Dieses Interview enthält keine Antworten, die ich zitieren könnte. Die Suche lässt sich nicht darauf einschränken.
unknown-nearest = Meinten Sie: { $names }?
unknown-see-speakers = /speakers zeigt alle, die in den Interviews sprechen.
unknown-see-interviews = /interviews zeigt alle Interviews.
beside-command = Dieser Befehl braucht keine weiteren Angaben: „{ $typed }“ wird ignoriert.
beside-how = Um danach zu suchen, schreiben Sie: { $question }
beside-random = Jedes /random zeigt ein Zitat: Senden Sie den Befehl noch einmal für ein anderes.
beside-list = Wählen Sie aus der Liste unten.
unknown-command = Den Befehl { $typed } gibt es nicht. Am ähnlichsten: { $nearest }. /help zeigt alle Befehle.
profile-guest = Gast
profile-interviewer = stellt die Fragen
profile-unknown = Rolle unbekannt
nothing-people = Befragte: { $names }.
and-more = { $count ->
    [one] und ein weiteres
   *[other] und { $count } weitere
  }

# Gespräch im Terminal

help-terminal = Fragen Sie in Ihren eigenen Worten. Ich antworte mit wörtlichen Auszügen aus den Interviews, mit Quelle. Wenn Sie nur einen Namen schreiben, sage ich, wer das ist.
help-filters = Um die Suche einzuschränken, schreiben Sie speaker:NAME, in:MEDIUM, date:2020..2021 oder #SAMMLUNG in die Frage. "Genaue Worte" setzen Sie in Anführungszeichen.
terminal-about = Was die Interviews enthalten und wer zuständig ist
terminal-more = Mehr Einträge einer Liste zeigen
terminal-all = Wieder überall suchen
terminal-quit = Beenden (auch: quit, exit, Strg+D)
about-terminal = Verbatim { $version }. Ihre Fragen bleiben auf diesem Rechner.
list-choose = Geben Sie eine Nummer oder einen Namen ein, um die Suche darauf einzuschränken.
list-in-question = Um eine Suche auf einen der Einträge einzuschränken, schreiben Sie den Namen in die Frage: speaker:NAME oder in:TITEL.
list-more = /more zeigt mehr (noch { $count }).
list-end = Mehr gibt es nicht. /speakers und /interviews zeigen die Listen.
scope-set = Ab jetzt suche ich nur hier: { $name }. Mit /all suche ich wieder überall.
scope-all = Ich suche wieder überall.
scope-gone = Das gibt es in meinen Interviews nicht mehr. Ich suche wieder überall.
settings-now = Sprache: { $language }. Zitate pro Antwort: höchstens { $quotes }.
settings-how = /settings fr oder /settings 2 ändert das, /settings default setzt es zurück. Sprachen: { $codes }.
settings-kept = Das gilt auch für Ihre nächsten Gespräche.
settings-unkept = Ich konnte das nicht in { $path } speichern. Es gilt nur für dieses Gespräch.
settings-here-only = Das gilt nur hier und jetzt: Nur ein Gespräch in einem Terminal speichert Einstellungen.
settings-unknown = „{ $typed }“ ist weder eine Sprache, die ich spreche, noch eine Anzahl von Zitaten zwischen 1 und { $most }.
