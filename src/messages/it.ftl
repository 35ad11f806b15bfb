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

guest = la persona intervistata
somebody = una voce non identificata
interviewer = chi intervista
asked = Domanda:
title = «{ $title }»
untitled = intervista { $name }
at-time = al minuto { $time }
on-page = p. { $page }
read = leggi l’intervista
corrected = Risultati per «{ $words }».
corrected-in-vain = Ho cercato anche «{ $words }».
nothing = Nelle interviste che ho, nessuno risponde a questo.
nothing-foreign = Le interviste sono in { $language ->
    [ar] arabo
    [da] danese
    [de] tedesco
    [el] greco
    [en] inglese
    [es] spagnolo
    [fi] finlandese
    [fr] francese
    [hu] ungherese
    [it] italiano
    [nl] olandese
    [no] norvegese
    [pt] portoghese
    [ro] rumeno
    [ru] russo
    [sv] svedese
    [ta] tamil
    [tr] turco
   *[other] un’altra lingua
  }: una domanda in italiano non trova risposta. Scrivila nella lingua delle interviste.
within = Limitato a: { $filters }.
filters-separator = { "; " }
ambiguous = Più persone si chiamano { $typed }: { $names }. Scrivi un nome completo per limitare la ricerca a una di loro.
period = { $from-day ->
    [0] { $from-month ->
        [0] dal { $from }
       *[other] da { $from }
      }
    [8] dall’{ $from }
    [11] dall’{ $from }
   *[other] dal { $from }
  } { $to-day ->
    [0] { $to-month ->
        [0] al { $to }
        [4] ad { $to }
        [8] ad { $to }
       *[other] a { $to }
      }
    [8] all’{ $to }
    [11] all’{ $to }
   *[other] al { $to }
  }
period-since = { $date-day ->
    [0] { $date-month ->
        [0] dal { $date }
       *[other] da { $date }
      }
    [8] dall’{ $date }
    [11] dall’{ $date }
   *[other] dal { $date }
  }
period-until = { $date-day ->
    [0] { $date-month ->
        [0] fino al { $date }
        [4] fino ad { $date }
        [8] fino ad { $date }
       *[other] fino a { $date }
      }
    [8] fino all’{ $date }
    [11] fino all’{ $date }
   *[other] fino al { $date }
  }
topics = Le interviste parlano di: { $words }.
coverage = { $interviews ->
    [0] Nessuna intervista
    [one] Un’intervista
   *[other] { $interviews } interviste
  }, { $exchanges ->
    [0] nessuna risposta
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

start = Rispondo alle domande con ciò che le persone hanno detto davvero: brani di interviste, parola per parola, indicando chi lo ha detto, quando e dove.
start-holds = { $coverage }.
start-ask = Fammi una domanda, oppure prova una di queste:
start-collections = Raccolte: { $names }. Aggiungi #nome alla domanda per cercare solo in una di esse.
help = Mandami una domanda con parole tue. Cerco la risposta nelle interviste che ho e la cito parola per parola, con la fonte. Non aggiungo mai nulla di mio.

    Con ‹ e › si sfogliano le citazioni. Se modifichi la domanda, rispondo di nuovo.

    In un gruppo scrivi /ask e la domanda, rispondi a uno dei miei messaggi, oppure rispondi con /ask alla domanda di qualcun altro.
ask-how = Scrivi la domanda dopo il comando: /ask Che cosa pensi di…? Oppure rispondi con /ask al messaggio che contiene la domanda.
wait = Un momento: sto ancora rispondendo alle tue domande precedenti. Ripeti questa tra poco.
failed = Qualcosa è andato storto da parte mia, non tua. Riprova tra un momento.
gone = Questo brano non c’è più: nel frattempo l’intervista è stata corretta o eliminata.
stale = Questo pulsante non funziona più. Manda di nuovo la domanda o il comando.
command-start = Che cosa fa questo bot
command-help = Come fare una domanda
command-ask = Fare una domanda

# Terminal

chat-greeting = { $coverage }. Fai una domanda, oppure premi Ctrl-D per uscire.
chat-try = Per esempio:
chat-warned = Attenzione: qualcosa non va nei file modificati o nell’indice. `verbatim index --corpus { $folder }` dice che cosa.
chat-index-built-again = La cartella dell’indice era stata eliminata: l’indice è stato ricostruito.
chat-index-in-memory = La cartella dell’indice è stata eliminata e non si può ricreare: ora l’indice resta in memoria.
chat-without-token = Non è impostato alcun token di Telegram (TELOXIDE_TOKEN), quindi la conversazione si svolge nel terminale.
chat-no-history = Attenzione: { $path } non è una cronologia di domande: non viene né letto né modificato.
chat-history-unsaved = Attenzione: non è stato possibile aggiungere le domande alla cronologia in { $path }.
files-with-problems = attenzione: { $count } file hanno problemi: `verbatim index` li elenca (con `--corpus { $folder }`)
file-with-problem = attenzione: { $file }: { $kind ->
    [unreadable] non si può leggere
    [not_a_regular_file] non è un file normale
    [folder_named_as_sidecar] è una cartella con il nome di un file di accompagnamento
    [link] è un collegamento simbolico, e i collegamenti non vengono seguiti
    [name] il suo nome non è in UTF-8
    [sidecar_without_interview] è un file di accompagnamento senza intervista, quindi non viene usato
   *[other] qualcosa non va in questo file
  }; `verbatim check { $folder }` dà più dettagli
example-copied = attenzione: l’intervista inclusa in verbatim non si può scrivere in `{ $path }` ({ $cause }); si usa una copia temporanea
index-busy = un altro verbatim sta scrivendo l’indice in `{ $path }`
index-read-only = l’indice in `{ $path }` non si può scrivere: { $cause }
index-full = non c’è più spazio in `{ $path }`: l’indice richiede circa { $room }
index-other = l’indice in `{ $path }` viene da altre interviste (`{ $corpus }`) e non viene ricostruito: { $cause }
index-used = attenzione: { $reason }; l’indice viene usato così com’è
index-in-memory = attenzione: { $reason }; l’indice resta in memoria e viene ricostruito a ogni avvio
index-replaced = attenzione: l’indice in `{ $path }` conteneva altre interviste (`{ $other }`): è stato ricostruito da `{ $corpus }`
index-unwritable = nota: l’indice in `{ $path }` non si può scrivere: viene usato così com’è
index-rebuilt = l’indice è stato ricostruito dalle interviste: { $reason ->
    [damaged] era danneggiato
    [unfinished] era incompleto
   *[version] era di un’altra versione
  }
index-hint-busy = consiglio: aspetta che l’altro verbatim finisca, o dai a questo una cartella sua: `--index CARTELLA`
index-hint-read-only = consiglio: dai all’utente che esegue verbatim il permesso di scrivere nella cartella, o indicane un’altra: `--index CARTELLA`
index-hint-full = consiglio: libera spazio, o indica una cartella su un altro disco: `--index CARTELLA`
index-hint-other = consiglio: dai a ogni cartella di interviste una cartella di indice propria: `--index CARTELLA`
first-start-interviews = Interviste: { $path }
first-start-example = Interviste: { $path } (quella fornita con Verbatim)
first-start-index = Indice: { $path }
first-start-settings = Impostazioni: { $path }
first-start-no-settings = Impostazioni: ancora nessun file; per cambiarle, crea { $path }
first-start-own-interviews = Le tue interviste: verbatim check CARTELLA, poi verbatim --corpus CARTELLA

# Owners in Telegram

owners-only = Solo chi gestisce questo bot può modificarne le interviste. Il tuo ID Telegram è { $id }.
too-big = Questo file supera i 20 MB, il limite di Telegram per i bot. Mettilo nella cartella delle interviste sul server, oppure dividilo.
unknown = assente
unnamed = senza nome
field = { $name }: { $value }
field-title = Titolo
field-date = Data
field-outlet = Testata
field-url = Indirizzo web
field-name = Nome
role-answers = Risponde
role-asks = Fa le domande
role-unknown = Parla, ruolo sconosciuto
draft-counts = { $exchanges ->
    [0] Nessuna risposta
    [one] Una risposta
   *[other] { $exchanges } risposte
  }, { $passages ->
    [0] nessun brano
    [one] un brano
   *[other] { $passages } brani
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
button-asks = fa le domande
button-answers = risponde alle domande
button-remove = Elimina
button-withdraw = Ritira
button-keep = Mantieni
prompt = Rispondi a questo messaggio con: { $field }. Scrivi le date così: 2020, 2020-04 o 2020-04-17.
added = Aggiunta come { $id }. D’ora in poi la uso per rispondere.
cancelled = Annullato. Non è stato aggiunto nulla.
remove-how = Scrivi il nome dell’intervista dopo il comando: /remove 2020-04-paulin
remove-sure = Eliminare definitivamente «{ $title }» ({ $id })? Il suo file verrà cancellato dalla cartella delle interviste.
removed = Eliminata: { $id }.
rename-how = Scrivi il nome dell’intervista e quello nuovo dopo il comando: /rename 2020-04-paulin 2020-05-paulin
renamed = Ora si chiama { $id }.
withdraw-how = Rispondi con /withdraw alla citazione che non va mostrata mai più.
withdraw-sure = Non mostrare mai più queste parole?
withdrawn = Fatto: queste parole non verranno mai più mostrate.
kept = Non è stato modificato nulla.
desk-unreadable = Non riesco a leggere questo file: { $reason }
desk-no-draft = Questo file è già stato aggiunto, oppure l’aggiunta è stata annullata. Mandalo di nuovo se ti serve.
desk-no-interview = Non ho nessuna intervista chiamata { $id }.
desk-one-of-several = È una delle interviste del file { $file }. Puoi modificare solo il file intero, e solo sul server. /withdraw funziona anche qui.
desk-taken = C’è già un’intervista chiamata { $id }. Scegli un altro nome.
desk-no-date = «{ $text }» non è una data. Scrivi 2020, 2020-04 o 2020-04-17.
desk-no-address = «{ $text }» non è un indirizzo web. Deve cominciare con https:// o http://.
desk-malformed = Il file { $file } accanto all’intervista contiene un errore. Correggilo prima sul server.
desk-failed = Non sono riuscito a scrivere nella cartella delle interviste. Il motivo è nel log del server.
desk-full = Il disco del server è pieno, quindi non sono riuscito a scrivere. Il log del server dice dove, e quanto spazio serve.
desk-behind = Fatto, ma non è stato possibile aggiornare l’indice: finché non lo sarà, le mie risposte resteranno come prima. Il log del server dice perché.
help-owner = Gestisci questo bot. Mandami un file e ti mostro che cosa ci trovo prima di aggiungere qualcosa. /remove NOME elimina un’intervista e /rename NOME NUOVO la rinomina. Rispondi con /withdraw a una citazione che non va mostrata mai più.

# Votes, privacy and reports

vote-thanks = Grazie, annotato.
vote-why = Grazie, annotato. Se vuoi, di’ perché con uno dei pulsanti.
vote-taken-back = Il tuo voto è stato ritirato.
vote-failed = Non sono riuscito a salvare il tuo voto. Riprova più tardi.
vote-off = Qui i voti non vengono più salvati.
vote-beside = Non risponde alla mia domanda
vote-wrong = Persona o testo sbagliati
vote-other = Altro
privacy = Conservo quanto segue, senza il nome di nessuno:

    • I tuoi 👍 e 👎, con la citazione, il giorno, il motivo se ne dai uno e un hash con chiave del tuo ID Telegram. L’hash fa sì che ogni persona voti una volta sola. L’ID non viene conservato.

    • Le parole delle domande senza risposta, con il giorno. Mostrano a chi gestisce questo bot che cosa manca. Chi ha fatto la domanda non viene registrato. Delle domande che hanno avuto risposta non si conserva una parola.

    • Quante domande ci sono state ogni giorno.

    • Ciò che è stato scelto in /settings, con un hash dello stesso tipo per la chat, finché non mandi /forget.

    Tutto il resto viene cancellato dopo { $days ->
        [one] un giorno
       *[other] { $days } giorni
    }. Per cancellare subito i tuoi voti, manda /forget. Nessuno può sapere quali domande fossero tue, perciò restano fino alla fine di quel periodo.
privacy-off = Non conservo nulla: né voti, né domande, né conteggi. Se una risposta richiede più di un secondo, salvo solo il tuo messaggio finché non ho risposto. Se hai votato qui in passato, /forget cancella i tuoi voti.
forgotten = { $count ->
    [0] Non avevo nessun tuo voto.
    [one] Ho cancellato il tuo voto.
   *[other] Ho cancellato i tuoi { $count } voti.
  }
forget-failed = Non sono riuscito a cancellare i tuoi voti. Manda di nuovo /forget più tardi.
forgotten-group = Ho cancellato le impostazioni di questo gruppo.
forget-group-failed = Non sono riuscito a cancellare le impostazioni di questo gruppo. Manda di nuovo /forget più tardi.
forget-group-admins-only = Le impostazioni di questo gruppo sono state conservate: solo i suoi amministratori possono cancellarle.
forget-beside = Non ho cancellato nulla, perché dopo /forget c’era «{ $typed }».
forget-alone = Invia solo /forget per cancellare i tuoi voti e le impostazioni di questa chat.
report-owners-only = Può vederlo solo chi gestisce questo bot, nella sua chat privata con me.
report-failed = Non si riesce a leggere i riscontri degli utenti. Il motivo è nel log del server.
report-empty = Non c’è nulla da segnalare: nessuna domanda senza risposta, nessun voto contro una citazione, nessuna domanda in assoluto.
report-questions = Domande senza risposta
report-question = { $count } × { $text } ({ $day })
report-more = e { $count ->
    [one] un’altra
   *[other] altre { $count }
  }
report-nearest = il più vicino: «{ $words }» – { $speaker }, { $interview }; punteggio { $score }, certezza { $certainty }
report-passages = Citazioni con voti negativi
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = non compare più in questa forma nell’intervista
report-reason = { $reason }: { $count }
report-usage = Domande per giorno
report-day = { $day }: { $answered } con risposta, { $nothing } senza risposta
command-privacy = Che cosa viene conservato su di te
command-forget = Cancellare i tuoi voti e le tue impostazioni
command-report = Domande senza risposta e citazioni con voti negativi
description = Rispondo alle domande con ciò che le persone hanno detto davvero: brani di interviste, parola per parola, indicando chi lo ha detto, quando e dove. Non aggiungo mai nulla di mio e, se nessuno risponde, lo dico.
short-description = Risponde alle domande con ciò che è stato detto davvero nelle interviste, parola per parola e con la fonte.

# Sharing

copied = «{ $words }»
    — { $credit }
button-share = Condividi
button-copy = Copia
button-link = Link
inline-open = apri nel bot
inline-nothing = Nessuno risponde a questo. Apri il bot
link-moved = L’intervista è cambiata da quando è stato creato questo link. Queste parole ci sono ancora:
link-changed = L’intervista è cambiata da quando è stato creato questo link, e il testo precedente non è conservato. In quel punto ora si legge:
link-lost = L’intervista è cambiata da quando è stato creato questo link, e il testo precedente non è conservato. Lì non c’è più nulla da citare.
link-withdrawn = Le parole a cui porta questo link sono state ritirate. Non vengono più mostrate.
link-removed = L’intervista a cui porta questo link non è più qui.
link-unknown = Questo link non funziona: è copiato male o incompleto, oppure è di un altro bot.
help-sharing = Sotto ogni citazione, «Copia» ne copia le parole e «Link» copia un indirizzo che riporta lì.
help-inline = «Condividi» invia la citazione in un’altra chat. Puoi anche scrivere @{ $bot } e una domanda in qualsiasi chat, e scegliere una citazione da inviare lì.
button-card = Immagine
command-card = Trasformare una citazione in immagine
card-how = Rispondi con /card a una delle mie citazioni, oppure scrivi una domanda dopo il comando: /card Che cosa pensi di…? Metti «portrait» prima della domanda per un’immagine verticale.
card-glyph = Nessun font del mio server ha tutti i caratteri di questa citazione, quindi non posso farne un’immagine.
help-card = «Immagine» e /card trasformano una citazione in immagine.

# Continuare

button-as-typed = Solo «{ $words }»
button-context = Contesto
button-quote = ‹ Torna alla citazione
question-gone = Il messaggio con la domanda non c’è più. Ripeti la domanda, per favore.
help-conversation = Rispondi a una delle mie citazioni per chiedere altro sullo stesso tema. ✕ toglie dalla domanda un nome, una data o una fonte. «Contesto» mostra tutta la risposta.

# Elenchi

speakers-title = Persone intervistate ({ $count }), a partire dall’intervista più recente
interviews-title = Interviste ({ $count }), a partire dalla più recente
list-answers = { $exchanges ->
    [0] nessuna risposta
    [one] una risposta
   *[other] { $exchanges } risposte
  }
list-ask = Tocca un nome per limitare la ricerca.
list-empty = Non ho ancora nessuna intervista.
speakers-empty = Nelle mie interviste nessuna persona è indicata per nome.
within-how = Rispondi a questo messaggio con la tua domanda e cercherò solo qui:
within-hint = La tua domanda
within-gone = Questo non è più nelle mie interviste.
about-newest = L’intervista più recente è { $date-day ->
    [0] { $date-month ->
        [0] del { $date }
       *[other] di { $date }
      }
    [8] dell’{ $date }
    [11] dell’{ $date }
   *[other] del { $date }
  }.
about-outlets = Pubblicate su: { $names }.
about-contact = A cura di: { $contact }
about-program = Verbatim { $version }. Che cosa viene conservato su di te: /privacy
button-another = Un altro
command-speakers = Chi parla nelle interviste
command-interviews = Tutte le interviste, a partire dalla più recente
command-random = Un brano a caso
command-about = Che cosa contiene questo bot e chi lo gestisce
list-interviews = { $interviews ->
    [one] un’intervista
   *[other] { $interviews } interviste
  }

# Impostazioni di una chat

settings = Scegli in che lingua parlo in questa chat e quante citazioni ha al massimo una risposta. Le citazioni restano nella lingua originale.
settings-telegram = Come in Telegram
settings-own-name = Italiano
settings-admins-only = Solo gli amministratori di questo gruppo possono cambiare le impostazioni.
settings-failed = Non sono riuscito a salvare questa impostazione. Riprova più tardi.
settings-unusable = Ora non riesco né a leggere né a salvare le impostazioni, quindi non è cambiato nulla. Riprova più tardi.
settings-off = Questo bot non conserva nulla, quindi nemmeno le impostazioni. Uso la lingua della tua app di Telegram.
command-settings = Lingua e numero di citazioni

# A chi si risponde

slower = Troppe domande in poco tempo. Aspetta un momento e chiedi di nuovo.
not-here = Rispondo solo nelle chat scelte da chi mi gestisce, e questa non è tra quelle.

# Conversazione

talk-greeting = Ciao! Fammi una domanda e cercherò la risposta nelle interviste.
talk-thanks = Prego. Fai pure altre domande quando vuoi.
talk-farewell = Arrivederci, a presto!
talk-help = Fai una domanda con parole tue. Rispondo con brani delle interviste, parola per parola. /help elenca i comandi.
talk-smile = 🙂 Fammi una domanda.
talk-blank = Scrivi una domanda con parole tue.
unknown-collection = Non c’è nessuna raccolta chiamata «{ $typed }».
unknown-speaker = Qui nessuno si chiama «{ $typed }».
unknown-place = Non c’è nessuna raccolta, testata o intervista chiamata «{ $typed }».
unknown-date = «{ $typed }» non è una data. Scrivi 2020, 2020-04 o 2019..2021.
unknown-no-collections = Non c’è nessuna raccolta chiamata «{ $typed }»: qui non ci sono raccolte.
unknown-empty = Manca un valore dopo «{ $typed }». Scrivi per esempio speaker:NOME, in:TESTATA o date:2020.
nothing-within = Nessuna intervista corrisponde a questi criteri: { $filters }.
interviewers-unquoted = Cito solo le risposte, non le parole di chi intervista.
no-command = Il comando { $typed } non esiste. /help mostra tutti i comandi.
refused-command = il comando `{ $typed }` non esiste
refused-nearest = intendevi `{ $nearest }`?
refused-help = `/help` mostra tutti i comandi
list-outside = In questo elenco non c’è il numero { $number }: va da 1 a { $count }.
list-unanswered = Questa intervista non ha risposte da citare, quindi non si può limitare la ricerca ad essa.
unknown-nearest = Intendevi: { $names }?
unknown-see-speakers = /speakers mostra tutte le persone che parlano nelle interviste.
unknown-see-interviews = /interviews mostra tutte le interviste.
beside-command = Questo comando si usa da solo: «{ $typed }» viene ignorato.
beside-how = Per cercarlo, scrivi: { $question }
beside-random = Ogni /random mostra un brano: invia di nuovo il comando per un altro.
beside-list = Scegli dall’elenco qui sotto.
unknown-command = Il comando { $typed } non esiste. Il più simile: { $nearest }. /help mostra tutti i comandi.
profile-guest = persona intervistata
profile-interviewer = fa le domande
profile-unknown = ruolo sconosciuto
nothing-people = Persone intervistate: { $names }.
and-more = { $count ->
    [one] e un’altra
   *[other] e altre { $count }
  }

# Conversazione nel terminale

help-terminal = Chiedi con parole tue. Rispondo con brani delle interviste, parola per parola, con la fonte. Se scrivi solo un nome, dico chi è.
help-filters = Per limitare la ricerca, aggiungi alla domanda speaker:NOME, in:TESTATA, date:2020..2021 o #RACCOLTA. Metti le "parole esatte" tra virgolette.
terminal-about = Che cosa contengono le interviste e chi contattare
terminal-more = Mostrare altre voci di un elenco
terminal-all = Cercare di nuovo ovunque
terminal-quit = Uscire (anche: quit, exit, Ctrl-D)
about-terminal = Verbatim { $version }. Le tue domande restano su questo computer.
list-choose = Scrivi un numero o un nome per limitare la ricerca.
list-in-question = Per limitare una ricerca a una voce dell’elenco, scrivi il nome nella domanda: speaker:NOME o in:TITOLO.
list-more = /more mostra altre voci ({ $count ->
    [one] ne resta 1
   *[other] ne restano { $count }
  }).
list-end = Non c’è altro da mostrare. /speakers e /interviews mostrano gli elenchi.
scope-set = D’ora in poi cerco solo qui: { $name }. /all cerca di nuovo ovunque.
scope-all = Cerco di nuovo ovunque.
scope-gone = Questo non è più nelle mie interviste. Cerco di nuovo ovunque.
settings-now = Lingua: { $language }. Citazioni per risposta: al massimo { $quotes }.
settings-how = /settings fr o /settings 2 per cambiare, /settings default per ripristinare. Lingue: { $codes }.
settings-kept = Vale anche per le tue prossime conversazioni.
settings-unkept = Non sono riuscito a salvarlo in { $path }: vale solo per questa conversazione.
settings-here-only = Vale solo qui e ora: le impostazioni si salvano solo in una conversazione in un terminale.
settings-unknown = «{ $typed }» non è né una lingua che parlo né un numero di citazioni da 1 a { $most }.
