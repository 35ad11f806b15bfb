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
somebody = eine nicht genannte Stimme
interviewer = der Interviewer
asked = Frage:
title = „{ $title }“
at-time = bei { $time }
on-page = S. { $page }
read = das Interview lesen
corrected = Ergebnisse für „{ $words }“.
corrected-in-vain = Auch nach „{ $words }“ gesucht.
nothing = Darauf antwortet niemand in den Interviews, die ich habe.
within = Nur hier gesucht: { $filters }.
ambiguous = Mehrere Personen heißen { $typed }: { $names }. Schreiben Sie den ganzen Namen, um nur eine zu befragen.
period = { $from } bis { $to }
period-since = seit { $date }
period-until = bis { $date }
topics = Es geht darin um: { $words }.
nearest = Fragen, auf die es eine Antwort gibt:
coverage = { $interviews ->
    [one] Ein Interview
   *[other] { $interviews } Interviews
  }, { $exchanges ->
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

start = Ich beantworte Fragen mit dem, was Menschen wirklich gesagt haben: mit Stellen aus Interviews, Wort für Wort, und dazu, wer sie wann und wo gesagt hat.
start-holds = Was ich habe: { $coverage }.
start-ask = Stellen Sie mir Ihre Frage, oder versuchen Sie eine von diesen:
start-collections = Sammlungen: { $names }. Schreiben Sie #Name in Ihre Frage, um nur diese zu befragen.
help = Schicken Sie mir eine Frage in Ihren eigenen Worten. Ich suche die Antwort in den Interviews, die ich habe, und zitiere sie: nie ein Wort von mir, immer mit der Quelle.

    Mit ‹ und › blättern Sie durch die Zitate. Wenn Sie Ihre Frage ändern, beantworte ich sie neu.

    In einer Gruppe schreiben Sie /ask und Ihre Frage, antworten auf eine meiner Nachrichten oder antworten mit /ask auf die Frage von jemand anderem.
ask-how = Schreiben Sie Ihre Frage hinter den Befehl: /ask Was halten Sie von …? Oder antworten Sie mit /ask auf die Nachricht, die sie stellt.
wait = Einen Augenblick: Ich bin noch bei Ihren früheren Fragen. Stellen Sie diese gleich noch einmal.
failed = Bei mir ist etwas schiefgegangen, nicht bei Ihnen. Bitte fragen Sie gleich noch einmal.
gone = Diese Stelle gibt es nicht mehr: Ihr Interview wurde inzwischen berichtigt oder zurückgezogen.
stale = Dieser Knopf ist zu alt oder nicht von mir.
command-start = Was das hier ist
command-help = Wie man fragt
command-ask = Eine Frage stellen

# Terminal

chat-greeting = { $coverage }. Stellen Sie eine Frage; mit Strg-D beenden Sie.
chat-try = Zum Beispiel:

# Owners in Telegram

owners-only = Nur wer diesen Bot betreibt, kann ändern, was er enthält. Ihre Telegram-ID ist { $id }.
too-big = Diese Datei ist größer als 20 MB, und größere lässt Telegram Bots nicht herunterladen. Legen Sie sie auf dem Server in den Ordner der Interviews, oder teilen Sie sie.
unknown = nicht bekannt
field = { $name }: { $value }
field-title = Titel
field-date = Datum
field-outlet = Medium
field-url = Adresse
field-name = Name
role-answers = Antwortet
role-asks = Fragt
role-unknown = Spricht, Rolle nicht bekannt
draft-counts = { $exchanges ->
    [one] Eine Antwort
   *[other] { $exchanges } Antworten
  }, { $passages ->
    [one] eine Stelle
   *[other] { $passages } Stellen
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
button-asks = fragt, antwortet nicht
button-answers = antwortet
button-remove = Löschen
button-withdraw = Zurückziehen
button-keep = Behalten
prompt = Antworten Sie auf diese Nachricht mit: { $field }. Daten schreiben Sie als 2020, 2020-04 oder 2020-04-17.
added = Hinzugefügt als { $id }. Ich antworte ab jetzt daraus.
cancelled = Verworfen; es wurde nichts hinzugefügt.
remove-how = Schreiben Sie den Namen des Interviews hinter den Befehl: /remove 2020-04-paulin
remove-sure = „{ $title }“ ({ $id }) endgültig löschen? Die Datei wird aus dem Ordner der Interviews gelöscht.
removed = Gelöscht: { $id }.
rename-how = Schreiben Sie den Namen und den neuen: /rename 2020-04-paulin 2020-05-paulin
renamed = Es heißt jetzt { $id }.
withdraw-how = Antworten Sie mit /withdraw auf das Zitat, das nie wieder gezeigt werden soll.
withdraw-sure = Diese Worte nie wieder zeigen?
withdrawn = Zurückgezogen: Diese Worte werden nie wieder gezeigt.
kept = Es wurde nichts geändert.
desk-unreadable = Ich kann diese Datei nicht lesen: { $reason }
desk-no-draft = Diese Datei wurde inzwischen hinzugefügt oder verworfen. Schicken Sie sie noch einmal, wenn Sie sie brauchen.
desk-no-interview = Ich habe kein Interview { $id }.
desk-one-of-several = Es ist eines von mehreren Interviews in { $file }: Nur die ganze Datei kann geändert werden, von der Person, die den Ordner der Interviews pflegt. /withdraw geht.
desk-taken = Es gibt schon ein Interview { $id }. Wählen Sie einen anderen Namen.
desk-no-date = „{ $text }“ ist kein Datum. Schreiben Sie 2020, 2020-04 oder 2020-04-17.
desk-no-address = „{ $text }“ ist keine Adresse. Eine Adresse beginnt mit https:// oder http://.
desk-malformed = Die Datei { $file } neben dem Interview ist fehlerhaft. Berichtigen Sie sie zuerst auf dem Server.
desk-failed = Ich konnte nicht in den Ordner der Interviews schreiben. Warum, steht im Protokoll des Servers.
desk-full = Die Festplatte des Servers ist voll, ich konnte nicht schreiben. Wo und wie viel Platz nötig ist, steht im Protokoll des Servers.
help-owner = Sie betreiben diesen Bot: Schicken Sie mir eine Datei, und ich zeige Ihnen, was ich darin lese, bevor etwas hinzugefügt wird. /remove und /rename nehmen den Namen eines Interviews; antworten Sie mit /withdraw auf ein Zitat, das nie wieder gezeigt werden soll.

# What users leave behind

vote-thanks = Danke, das ist notiert.
vote-why = Danke, das ist notiert. Wenn Sie mögen, sagen Sie mit einem der Knöpfe, warum.
vote-taken-back = Ihre Stimme ist zurückgenommen.
vote-failed = Das konnte ich gerade nicht notieren. Bitte versuchen Sie es später noch einmal.
vote-off = Hier werden keine Stimmen mehr gespeichert.
vote-beside = Geht an meiner Frage vorbei
vote-wrong = Falsche Person oder falscher Text
vote-other = Etwas anderes
privacy = Ich speichere vier Dinge, und bei keinem davon einen Namen:

    • Ihre 👍 und 👎, mit dem Zitat, dem Tag, dem Grund, falls Sie einen angeben, und einem Code, der aus Ihrer Telegram-ID berechnet ist. Durch den Code zählt jede Person nur einmal; die ID selbst wird nicht gespeichert.

    • Den Wortlaut von Fragen, auf die sich nichts fand, mit dem Tag: Er zeigt den Betreibern dieses Bots, was fehlt. Nirgends steht, wer gefragt hat. Von beantworteten Fragen schreibe ich kein Wort auf.

    • Wie viele Fragen es an jedem Tag gab.

    • Was unter /settings gewählt wurde, mit einem solchen Code des Chats, bis zu /forget.

    Alles andere wird nach { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    } gelöscht. Damit Ihre Stimmen sofort gelöscht werden, schicken Sie /forget. Welche Fragen von Ihnen waren, kann niemand feststellen; sie verschwinden, wenn ihre Zeit um ist.
privacy-off = Ich schreibe nichts auf: keine Stimmen, keine Fragen, keine Zahlen. Falls Sie hier früher abgestimmt haben, löscht /forget Ihre Stimmen.
forgotten = { $count ->
    [0] Von Ihnen hatte ich keine Stimmen.
    [one] Ihre Stimme ist gelöscht.
   *[other] Ihre { $count } Stimmen sind gelöscht.
  }
forget-failed = Ich konnte Ihre Stimmen gerade nicht löschen. Bitte schicken Sie /forget später noch einmal.
report-owners-only = Das sieht nur, wer diesen Bot betreibt, im privaten Chat mit ihm.
report-failed = Was Nutzer hinterlassen haben, kann nicht gelesen werden. Warum, steht im Protokoll des Servers.
report-empty = Es gibt nichts zu berichten: keine Frage ohne Antwort, keine Stimme gegen ein Zitat, überhaupt keine Frage.
report-questions = Fragen, auf die sich nichts fand
report-question = { $count } × { $text } ({ $day })
report-more = und { $count ->
    [one] eine weitere
   *[other] { $count } weitere
  }
report-nearest = am nächsten: „{ $words }“ – { $speaker }, { $interview }; Wertung { $score }, Gewissheit { $certainty }
report-passages = Zitate mit Stimmen dagegen
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = nicht mehr so vorhanden, wie es zitiert wurde
report-reason = { $reason }: { $count }
report-usage = Fragen nach Tagen
report-day = { $day }: { $answered } beantwortet, { $nothing } ohne Antwort
command-privacy = Was über Sie gespeichert wird
command-forget = Ihre Stimmen löschen
command-report = Was vergeblich gefragt und schlecht bewertet wird
description = Ich beantworte Fragen mit dem, was Menschen wirklich gesagt haben: mit Stellen aus Interviews, Wort für Wort, und dazu, wer sie wann und wo gesagt hat. Nie ein Wort von mir; und wo niemand antwortet, sage ich das.
short-description = Beantwortet Fragen mit dem, was Menschen in Interviews wirklich gesagt haben, Wort für Wort, mit Quelle.

# Sharing

copied = „{ $words }“
    — { $credit }
button-share = Teilen
button-copy = Kopieren
button-link = Link
inline-open = im Bot lesen
inline-nothing = Darauf antwortet niemand. Bot öffnen
link-moved = Das Interview wurde geändert, seit dieser Link entstand. Diese Worte stehen noch darin:
link-changed = Das Interview wurde geändert, seit dieser Link entstand, und der frühere Wortlaut ist nicht aufbewahrt. An dieser Stelle steht jetzt:
link-lost = Das Interview wurde geändert, seit dieser Link entstand, und der frühere Wortlaut ist nicht aufbewahrt. Zitieren lässt sich daraus jetzt nichts.
link-withdrawn = Die Worte, zu denen dieser Link führt, wurden zurückgezogen. Sie werden nicht mehr gezeigt.
link-removed = Das Interview, zu dem dieser Link führt, ist nicht mehr hier.
link-unknown = Dieser Link führt nirgendwohin: Er ist falsch abgeschrieben oder unvollständig, oder er gehört zu einem anderen Bot.
help-sharing = Unter jedem Zitat kopiert „Kopieren“ die Worte und „Link“ eine Adresse, die immer dorthin zurückführt.
help-inline = „Teilen“ bietet das Zitat in einem anderen Chat an. Oder schreiben Sie in irgendeinem Chat @{ $bot } und eine Frage, und wählen Sie ein Zitat, das Sie dort senden.
button-card = Karte
command-card = Ein Zitat als Bild zeichnen
card-how = Antworten Sie mit /card auf eines meiner Zitate, oder schreiben Sie eine Frage dahinter: /card Was halten Sie von …? Mit „portrait“ vor der Frage wird das Bild höher als breit.
card-glyph = Keine Schrift auf meinem Server hat alle Zeichen dieses Zitats, deshalb gibt es kein Bild davon.
help-card = „Karte“ und /card zeichnen ein Zitat als Bild.

# Weiterfragen

button-as-typed = Nur „{ $words }“
button-context = Kontext
button-quote = ‹ Zurück zum Zitat
question-gone = Die Frage, auf die das antwortet, ist nicht mehr da. Bitte stellen Sie sie noch einmal.
help-conversation = Antworten Sie auf eines meiner Zitate, um dort weiterzufragen. ✕ nimmt einen Namen, ein Datum oder einen Ort aus Ihrer Frage; Kontext zeigt die ganze Antwort.

# Listen

speakers-title = Wer antwortet ({ $count }), das neueste Interview zuerst
interviews-title = Interviews ({ $count }), die neuesten zuerst
list-answers = { $exchanges ->
    [one] eine Antwort
   *[other] { $exchanges } Antworten
  }
list-ask = Tippen Sie auf einen Namen, um nur dort zu fragen.
list-empty = Ich habe noch kein Interview.
within-how = Antworten Sie auf diese Nachricht mit Ihrer Frage, und ich suche nur hier:
within-hint = Ihre Frage
within-gone = Das ist nicht mehr unter den Interviews.
about-newest = Das neueste ist von { $date }.
about-outlets = Veröffentlicht von: { $names }.
about-contact = Von: { $contact }
about-program = Verbatim { $version }. Was über Sie aufbewahrt wird: /privacy
button-another = Noch eins
command-speakers = Wer in den Interviews antwortet
command-interviews = Alle Interviews, die neuesten zuerst
command-random = Eine zufällige Stelle
command-about = Was dieser Bot enthält, und wem er gehört
list-interviews = { $interviews ->
    [one] ein Interview
   *[other] { $interviews } Interviews
  }

# Einstellungen eines Chats

settings = In welcher Sprache ich hier spreche und wie viele Zitate eine Antwort höchstens hat. Zitate bleiben in der Sprache, in der sie gesagt wurden.
settings-telegram = Wie in Telegram eingestellt
settings-own-name = Deutsch
settings-admins-only = Nur Administratoren dieser Gruppe können das ändern.
settings-failed = Das konnte ich gerade nicht speichern. Bitte versuchen Sie es später noch einmal.
settings-off = Dieser Bot speichert nichts, also auch keine Einstellungen. Ich spreche die Sprache Ihres Telegram.
command-settings = Sprache und Zahl der Zitate

# Wem geantwortet wird

slower = Sie fragen schneller, als ich antworten darf. Bitte warten Sie einen Moment und fragen Sie noch einmal.
not-here = Ich antworte nur in Chats, die meine Betreiber ausgewählt haben, und dieser gehört nicht dazu.
