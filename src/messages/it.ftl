# Dates

month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
date-month = { $month } { $year }
date-day = { $day ->
    [1] 1º
   *[other] { $day }
  } { $month } { $year }

# Answers, in Telegram and in a terminal

guest = l’ospite
somebody = una voce non identificata
interviewer = chi intervista
asked = Domanda:
title = «{ $title }»
at-time = a { $time }
on-page = p. { $page }
read = leggi l’intervista
corrected = Risultati per «{ $words }».
corrected-in-vain = Cercato anche «{ $words }».
nothing = Nessuno risponde a questo nelle interviste che ho.
within = Ho cercato solo in: { $filters }.
ambiguous = Più persone si chiamano { $typed }: { $names }. Scrivi il nome intero per interrogarne una sola.
period = da { $from } a { $to }
period-since = da { $date }
period-until = fino a { $date }
topics = Vi si parla di: { $words }.
nearest = Domande che hanno una risposta:
coverage = { $interviews ->
    [one] Un’intervista
   *[other] { $interviews } interviste
  }, { $exchanges ->
    [one] una risposta
   *[other] { $exchanges } risposte
  }
coverage-speakers = con { $names }
coverage-others = { $count ->
    [one] e un’altra persona
   *[other] e altre { $count } persone
  }
coverage-year = del { $year }
coverage-years = dal { $from } al { $to }

# Telegram

start = Rispondo alle domande con ciò che le persone hanno detto davvero: passi di interviste, parola per parola, con chi li ha detti, quando e dove.
start-holds = Che cosa ho: { $coverage }.
start-ask = Fammi una domanda, oppure prova una di queste:
start-collections = Raccolte: { $names }. Metti #nome nella domanda per cercare solo in quella.
help = Mandami una domanda con parole tue. Cerco la risposta nelle interviste che ho e la cito: mai una parola mia, sempre con la fonte.

    Con ‹ e › si sfogliano le citazioni. Se modifichi la domanda, rispondo di nuovo.

    In un gruppo scrivi /ask e la domanda, rispondi a uno dei miei messaggi, oppure rispondi /ask alla domanda di qualcun altro.
ask-how = Scrivi la domanda dopo il comando: /ask Che cosa pensi di …? Oppure rispondi /ask al messaggio che la pone.
wait = Un momento: sono ancora sulle domande precedenti. Riproponi questa tra poco.
failed = Qualcosa è andato storto da parte mia, non tua. Riprova tra un momento.
gone = Questo passo non c’è più: nel frattempo l’intervista è stata corretta o ritirata.
stale = Questo pulsante è troppo vecchio o non è mio.
command-start = Che cos’è
command-help = Come fare una domanda
command-ask = Fare una domanda

# Terminal

chat-greeting = { $coverage }. Fai una domanda; Ctrl-D per uscire.
chat-try = Per esempio:

# Owners in Telegram

owners-only = Solo chi gestisce questo bot può cambiare ciò che contiene. Il tuo ID di Telegram è { $id }.
too-big = Questo file supera i 20 MB, e Telegram non permette ai bot di scaricarne di più grandi. Mettilo nella cartella delle interviste sul server, oppure dividilo.
unknown = non noto
field = { $name }: { $value }
field-title = Titolo
field-date = Data
field-outlet = Testata
field-url = Indirizzo
field-name = Nome
role-answers = Risponde
role-asks = Domanda
role-unknown = Parla, ruolo non noto
draft-counts = { $exchanges ->
    [one] Una risposta
   *[other] { $exchanges } risposte
  }, { $passages ->
    [one] un passo
   *[other] { $passages } passi
  }
draft-warnings = { $count ->
    [one] e un altro avviso
   *[other] e altri { $count } avvisi
  }
button-add = Aggiungi
button-change = Modifica
button-cancel = Annulla
button-back = ‹ Indietro
button-name = Nome: { $name }
button-asks = domanda, non risponde
button-answers = risponde
button-remove = Elimina
button-withdraw = Ritira
button-keep = Mantieni
prompt = Rispondi a questo messaggio con: { $field }. Le date si scrivono 2020, 2020-04 o 2020-04-17.
added = Aggiunta come { $id }. D’ora in poi rispondo anche con questa.
cancelled = Scartato; non è stato aggiunto nulla.
remove-how = Scrivi il nome dell’intervista dopo il comando: /remove 2020-04-paulin
remove-sure = Eliminare definitivamente «{ $title }» ({ $id })? Il suo file viene cancellato dalla cartella delle interviste.
removed = Eliminata: { $id }.
rename-how = Scrivi il nome e quello nuovo: /rename 2020-04-paulin 2020-05-paulin
renamed = Ora si chiama { $id }.
withdraw-how = Rispondi /withdraw alla citazione che non va mostrata mai più.
withdraw-sure = Non mostrare mai più queste parole?
withdrawn = Ritirato: queste parole non verranno mai più mostrate.
kept = Non è stato cambiato nulla.
desk-unreadable = Non riesco a leggere questo file: { $reason }
desk-no-draft = Nel frattempo questo file è stato aggiunto o scartato. Mandalo di nuovo se serve.
desk-no-interview = Non ho nessuna intervista { $id }.
desk-one-of-several = È una delle interviste contenute in { $file }: si può modificare solo il file intero, e lo fa chi cura la cartella delle interviste. /withdraw funziona.
desk-taken = C’è già un’intervista { $id }. Scegli un altro nome.
desk-no-date = «{ $text }» non è una data. Scrivi 2020, 2020-04 o 2020-04-17.
desk-no-address = «{ $text }» non è un indirizzo. Un indirizzo comincia con https:// o http://.
desk-malformed = Il file { $file } accanto all’intervista è malformato. Correggilo prima sul server.
desk-failed = Non sono riuscito a scrivere nella cartella delle interviste. Il registro del server dice perché.
desk-full = Il disco del server è pieno: non sono riuscito a scrivere. Il registro del server dice dove e quanto spazio serve.
help-owner = Gestisci questo bot: mandami un file e ti mostro che cosa ci leggo prima di aggiungere qualcosa. /remove e /rename prendono il nome di un’intervista; rispondi /withdraw a una citazione che non va mostrata mai più.

# What users leave behind

vote-thanks = Grazie, annotato.
vote-why = Grazie, annotato. Se vuoi, di’ perché con uno dei pulsanti.
vote-taken-back = Il tuo voto è ritirato.
vote-failed = In questo momento non ho potuto annotarlo. Riprova più tardi.
vote-off = Qui non si conservano più voti.
vote-beside = Non riguarda la mia domanda
vote-wrong = Persona o testo sbagliati
vote-other = Altro
privacy = Conservo quattro cose, e nessuna con il nome di qualcuno:

    • I tuoi 👍 e 👎, con la citazione, il giorno, il motivo se ne dai uno e un codice calcolato dal tuo ID di Telegram. Il codice fa sì che ogni persona voti una volta sola; l’ID non viene scritto.

    • Le parole delle domande che non hanno trovato nulla, con il giorno: mostrano a chi gestisce questo bot che cosa manca. Da nessuna parte sta scritto chi le ha fatte. Delle domande che hanno avuto risposta non annoto una parola.

    • Quante domande ci sono state ogni giorno.

    • Ciò che è stato scelto in /settings, con un codice simile della chat, fino a /forget.

    Tutto il resto viene cancellato dopo { $days ->
        [one] un giorno
       *[other] { $days } giorni
    }. Per far cancellare subito i tuoi voti, manda /forget. Nessuno può sapere quali domande fossero tue; spariscono quando il loro tempo è finito.
privacy-off = Non annoto nulla: né voti, né domande, né conteggi. Se hai votato qui in passato, /forget cancella i tuoi voti.
forgotten = { $count ->
    [0] Non avevo nessun tuo voto.
    [one] Ho cancellato il tuo voto.
   *[other] Ho cancellato i tuoi { $count } voti.
  }
forget-failed = In questo momento non ho potuto cancellare i tuoi voti. Manda di nuovo /forget più tardi.
report-owners-only = Può vederlo solo chi gestisce questo bot, nella sua chat privata con il bot.
report-failed = Ciò che gli utenti hanno lasciato non si può leggere. Il registro del server dice perché.
report-empty = Non c’è nulla da riferire: nessuna domanda senza risposta, nessun voto contro una citazione, nessuna domanda.
report-questions = Domande che non hanno trovato nulla
report-question = { $count } × { $text } ({ $day })
report-more = e { $count ->
    [one] un’altra
   *[other] altre { $count }
  }
report-nearest = il più vicino: «{ $words }» – { $speaker }, { $interview }; punteggio { $score }, certezza { $certainty }
report-passages = Citazioni con voti contrari
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = non c’è più così com’è stata citata
report-reason = { $reason }: { $count }
report-usage = Domande per giorno
report-day = { $day }: { $answered } con risposta, { $nothing } senza
command-privacy = Che cosa si conserva su di te
command-forget = Cancellare i tuoi voti
command-report = Che cosa si chiede invano e si boccia
description = Rispondo alle domande con ciò che le persone hanno detto davvero: passi di interviste, parola per parola, con chi li ha detti, quando e dove. Mai una parola mia; e se nessuno risponde, lo dico.
short-description = Risponde alle domande con ciò che è stato detto davvero nelle interviste, parola per parola e con la fonte.

# Sharing

copied = «{ $words }»
    — { $credit }
button-share = Condividi
button-copy = Copia
button-link = Link
inline-open = leggi nel bot
inline-nothing = Nessuno risponde. Apri il bot
link-moved = L’intervista è cambiata da quando è stato creato questo link. Queste parole ci sono ancora:
link-changed = L’intervista è cambiata da quando è stato creato questo link, e il testo di prima non è conservato. In quel punto ora si legge:
link-lost = L’intervista è cambiata da quando è stato creato questo link, e il testo di prima non è conservato. Ora non se ne può citare nulla.
link-withdrawn = Le parole a cui porta questo link sono state ritirate. Non vengono più mostrate.
link-removed = L’intervista a cui porta questo link non è più qui.
link-unknown = Questo link non porta da nessuna parte: è copiato male o incompleto, o è di un altro bot.
help-sharing = Sotto ogni citazione, Copia prende le sue parole e Link un indirizzo che riporta sempre lì.
help-inline = Condividi propone la citazione in un’altra chat. Oppure scrivi @{ $bot } e una domanda in qualsiasi chat, e scegli una citazione da inviare lì.
button-card = Immagine
command-card = Disegna una citazione
card-how = Rispondi /card a una delle mie citazioni, o scrivi una domanda dopo il comando: /card Che cosa pensi di …? Con «portrait» prima della domanda, l’immagine è più alta che larga.
card-glyph = Nessun carattere tipografico del mio server ha tutti i segni di questa citazione: non posso disegnarla.
help-card = Immagine e /card disegnano una citazione.

# Continuare

button-as-typed = Solo «{ $words }»
button-context = Contesto
button-quote = ‹ Torna alla citazione
question-gone = La domanda a cui questo risponde non c’è più. Rifalla, per favore.
help-conversation = Rispondi a una delle mie citazioni per continuare su quel tema. ✕ toglie dalla domanda un nome, una data o una testata; Contesto mostra tutta la risposta.

# Elenchi

speakers-title = Chi risponde ({ $count }), l’intervista più recente per prima
interviews-title = Interviste ({ $count }), le più recenti per prime
list-answers = { $exchanges ->
    [one] una risposta
   *[other] { $exchanges } risposte
  }
list-ask = Tocca un nome per chiedere solo lì.
list-empty = Non ho ancora nessuna intervista.
within-how = Rispondi a questo messaggio con la tua domanda e cerco solo qui:
within-hint = La tua domanda
within-gone = Questo non è più tra le interviste.
about-newest = La più recente è di { $date }.
about-outlets = Pubblicate da: { $names }.
about-contact = Da: { $contact }
about-program = Verbatim { $version }. Che cosa si conserva di te: /privacy
button-another = Un’altra
command-speakers = Chi risponde nelle interviste
command-interviews = Tutte le interviste, le più recenti per prime
command-random = Un passaggio a caso
command-about = Che cosa contiene questo bot e di chi è
list-interviews = { $interviews ->
    [one] una intervista
   *[other] { $interviews } interviste
  }

# Impostazioni di una chat

settings = In che lingua parlo qui e quante citazioni ha al massimo una risposta. Le citazioni restano nella lingua in cui sono state dette.
settings-telegram = Come in Telegram
settings-own-name = Italiano
settings-admins-only = Solo gli amministratori di questo gruppo possono cambiarlo.
settings-failed = Non ho potuto salvarlo adesso. Riprova più tardi, per favore.
settings-off = Questo bot non conserva nulla, quindi nemmeno impostazioni. Parlo la lingua del tuo Telegram.
command-settings = Lingua e numero di citazioni

# A chi si risponde

slower = Fai domande più in fretta di quanto possa rispondere. Aspetta un momento, per favore, e chiedi di nuovo.
not-here = Rispondo solo nelle chat scelte da chi mi gestisce, e questa non lo è.
