# Dates

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-month = { $month } { $year }
date-day = { $day ->
    [1] 1er
   *[other] { $day }
  } { $month } { $year }

# Answers, in Telegram and in a terminal

guest = la personne interviewée
somebody = une voix non identifiée
interviewer = la personne qui mène l’entretien
asked = Question :
title = « { $title } »
untitled = entretien { $name }
at-time = à { $time }
on-page = p. { $page }
read = lire l’entretien
corrected = Résultats pour « { $words } ».
corrected-in-vain = J’ai aussi cherché « { $words } ».
nothing = Personne ne répond à cela dans les entretiens dont je dispose.
nothing-foreign = Les entretiens sont en { $language ->
    [ar] arabe
    [da] danois
    [de] allemand
    [el] grec
    [en] anglais
    [es] espagnol
    [fi] finnois
    [fr] français
    [hu] hongrois
    [it] italien
    [nl] néerlandais
    [no] norvégien
    [pt] portugais
    [ro] roumain
    [ru] russe
    [sv] suédois
    [ta] tamoul
    [tr] turc
   *[other] une autre langue
  } : une question en français n’y trouve pas de réponse. Posez-la dans la langue des entretiens.
within = Limité à : { $filters }.
filters-separator = { " ; " }
ambiguous = Plusieurs personnes s’appellent { $typed } : { $names }. Écrivez un nom complet pour limiter la recherche à l’une d’elles.
period = { $from-day ->
    [0] { $from-month ->
        [4] d’{ $from }
        [8] d’{ $from }
        [10] d’{ $from }
       *[other] de { $from }
      }
   *[other] du { $from }
  } { $to-day ->
    [0] à { $to }
   *[other] au { $to }
  }
period-since = { $date-day ->
    [0] depuis { $date }
   *[other] depuis le { $date }
  }
period-until = { $date-day ->
    [0] jusqu’en { $date }
   *[other] jusqu’au { $date }
  }
topics = Les entretiens parlent de : { $words }.
coverage = { $interviews ->
    [0] Aucun entretien
    [one] Un entretien
   *[other] { $interviews } entretiens
  }, { $exchanges ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $exchanges } réponses
  }
coverage-speakers = avec { $names }
coverage-others = { $count ->
    [one] et une autre personne
   *[other] et { $count } autres
  }
coverage-year = en { $year }
coverage-years = de { $from } à { $to }

# Telegram

start = Je réponds aux questions avec ce que les gens ont vraiment dit : des passages d’entretiens, mot pour mot, en précisant qui parle, quand et où.
start-holds = { $coverage }.
start-ask = Posez-moi votre question, ou essayez l’une de celles-ci :
start-collections = Collections : { $names }. Ajoutez #nom à votre question pour ne chercher que dans l’une d’elles.
help = Posez-moi une question avec vos propres mots. Je cherche la réponse dans les entretiens dont je dispose et je la cite mot pour mot, avec sa source. Je n’ajoute rien de mon cru.

    ‹ et › font défiler les citations. Si vous modifiez votre question, j’y réponds de nouveau.

    Dans un groupe, écrivez /ask suivi de votre question, répondez à l’un de mes messages, ou répondez /ask à la question de quelqu’un.
ask-how = Écrivez votre question après la commande : /ask Que pensez-vous de … ? Ou répondez /ask au message qui contient la question.
wait = Un instant : je réponds encore à vos questions précédentes. Reposez celle-ci un peu plus tard.
failed = Un problème est survenu de mon côté, pas du vôtre. Reposez votre question dans un instant.
gone = Ce passage n’est plus là : l’entretien a été corrigé ou supprimé entre-temps.
stale = Ce bouton ne fonctionne plus. Renvoyez votre question ou la commande.
command-start = À quoi sert ce bot
command-help = Comment poser une question
command-ask = Poser une question

# Terminal

chat-greeting = { $coverage }. Posez une question, ou appuyez sur Ctrl-D pour quitter.
chat-try = Par exemple :
chat-warned = Attention : des fichiers modifiés ou l’index posent problème. `verbatim index --corpus { $folder }` en dit plus.
chat-index-built-again = Le dossier de l’index a été supprimé : l’index a été reconstruit.
chat-index-in-memory = Le dossier de l’index a été supprimé et ne peut pas être recréé : l’index reste désormais en mémoire.
chat-without-token = Aucun jeton Telegram n’est défini (TELOXIDE_TOKEN) : la conversation a lieu dans le terminal.
chat-no-history = Attention : { $path } n’est pas un historique de questions : il n’est ni lu ni modifié.
chat-history-unsaved = Attention : les questions n’ont pas pu être ajoutées à l’historique dans { $path }.
files-with-problems = attention : { $count } fichiers posent problème : `verbatim index` les énumère (avec `--corpus { $folder }`)
file-with-problem = attention : { $file } : { $kind ->
    [unreadable] ce fichier ne peut pas être lu
    [not_a_regular_file] ce n’est pas un fichier ordinaire
    [folder_named_as_sidecar] ce dossier porte le nom d’un fichier d’accompagnement
    [link] c’est un lien symbolique, et les liens ne sont pas suivis
    [name] son nom n’est pas en UTF-8
    [sidecar_without_interview] ce fichier d’accompagnement ne correspond à aucun entretien et n’est donc pas utilisé
   *[other] quelque chose ne va pas dans ce fichier
  } ; `verbatim check { $folder }` en dit plus
example-copied = attention : l’entretien fourni avec verbatim ne peut pas être écrit dans `{ $path }` ({ $cause }) ; une copie temporaire est utilisée
index-busy = un autre verbatim est en train d’écrire l’index dans `{ $path }`
index-read-only = l’index dans `{ $path }` ne peut pas être écrit : { $cause }
index-full = il n’y a plus d’espace dans `{ $path }` : l’index a besoin d’environ { $room }
index-other = l’index dans `{ $path }` vient d’autres entretiens (`{ $corpus }`) et n’est pas reconstruit : { $cause }
index-used = attention : { $reason } ; l’index est utilisé tel quel
index-in-memory = attention : { $reason } ; l’index reste en mémoire et sera reconstruit à chaque démarrage
index-replaced = attention : l’index dans `{ $path }` venait d’autres entretiens (`{ $other }`) : il a été reconstruit à partir de `{ $corpus }`
index-unwritable = remarque : l’index dans `{ $path }` ne peut pas être écrit : il est utilisé tel quel
index-rebuilt = l’index a été reconstruit à partir des entretiens : { $reason ->
    [damaged] il était endommagé
    [unfinished] il était incomplet
   *[version] il venait d’une autre version
  }
index-hint-busy = conseil : attendez que l’autre verbatim ait fini, ou donnez à celui-ci son propre dossier : `--index DOSSIER`
index-hint-read-only = conseil : donnez à l’utilisateur qui lance verbatim le droit d’écrire dans ce dossier, ou indiquez-en un autre : `--index DOSSIER`
index-hint-full = conseil : libérez de l’espace, ou indiquez un dossier sur un autre disque : `--index DOSSIER`
index-hint-other = conseil : donnez à chaque dossier d’entretiens son propre dossier d’index : `--index DOSSIER`
first-start-interviews = Entretiens : { $path }
first-start-example = Entretiens : { $path } (celui qui est fourni avec Verbatim)
first-start-index = Index : { $path }
first-start-settings = Paramètres : { $path }
first-start-no-settings = Paramètres : pas encore de fichier ; pour les modifier, créez { $path }
first-start-own-interviews = Vos propres entretiens : verbatim check DOSSIER, puis verbatim --corpus DOSSIER

# Owners in Telegram

owners-only = Seuls les propriétaires de ce bot peuvent modifier ses entretiens. Votre identifiant Telegram est { $id }.
too-big = Ce fichier dépasse 20 Mo, la limite de Telegram pour les bots. Déposez-le dans le dossier des entretiens sur le serveur, ou divisez-le.
unknown = introuvable
unnamed = sans nom
field = { $name } : { $value }
field-title = Titre
field-date = Date
field-outlet = Média
field-url = Adresse web
field-name = Nom
role-answers = Répond
role-asks = Pose les questions
role-unknown = Parle, rôle inconnu
draft-counts = { $exchanges ->
    [0] Aucune réponse
    [one] Une réponse
   *[other] { $exchanges } réponses
  }, { $passages ->
    [0] aucun passage
    [one] un passage
   *[other] { $passages } passages
  }
draft-warnings = { $count ->
    [one] et un autre avertissement
   *[other] et { $count } autres avertissements
  }
button-add = Ajouter
button-change = Modifier
button-cancel = Annuler
button-back = ‹ Retour
button-name = Nom : { $name }
button-asks = pose les questions
button-answers = répond aux questions
button-remove = Supprimer
button-withdraw = Retirer
button-keep = Garder
prompt = Répondez à ce message avec : { $field }. Écrivez les dates ainsi : 2020, 2020-04 ou 2020-04-17.
added = Ajouté sous le nom { $id }. Mes réponses en tiennent compte dès maintenant.
cancelled = Annulé. Rien n’a été ajouté.
remove-how = Écrivez le nom de l’entretien après la commande : /remove 2020-04-paulin
remove-sure = Supprimer définitivement « { $title } » ({ $id }) ? Son fichier sera effacé du dossier des entretiens.
removed = Supprimé : { $id }.
rename-how = Écrivez le nom de l’entretien et son nouveau nom après la commande : /rename 2020-04-paulin 2020-05-paulin
renamed = Il s’appelle maintenant { $id }.
withdraw-how = Répondez /withdraw à la citation qui ne doit plus jamais être affichée.
withdraw-sure = Ne plus jamais afficher ces mots ?
withdrawn = C’est fait : ces mots ne seront plus jamais affichés.
kept = Rien n’a été modifié.
desk-unreadable = Je ne peux pas lire ce fichier : { $reason }
desk-no-draft = Ce fichier a déjà été ajouté, ou son ajout a été annulé. Renvoyez-le si vous en avez besoin.
desk-no-interview = Je n’ai pas d’entretien nommé { $id }.
desk-one-of-several = C’est l’un des entretiens du fichier { $file }. Vous ne pouvez modifier que le fichier entier, et uniquement sur le serveur. /withdraw fonctionne ici aussi.
desk-taken = Il existe déjà un entretien nommé { $id }. Choisissez un autre nom.
desk-no-date = « { $text } » n’est pas une date. Écrivez 2020, 2020-04 ou 2020-04-17.
desk-no-address = « { $text } » n’est pas une adresse web. Elle doit commencer par https:// ou http://.
desk-malformed = Le fichier { $file }, placé à côté de l’entretien, contient une erreur. Corrigez-la d’abord sur le serveur.
desk-failed = Je n’ai pas pu écrire dans le dossier des entretiens. Le journal du serveur dit pourquoi.
desk-full = Le disque du serveur est plein : je n’ai pas pu écrire. Le journal du serveur indique où, et combien d’espace il faut.
desk-behind = C’est fait, mais l’index n’a pas pu être mis à jour : tant qu’il ne l’est pas, mes réponses restent les mêmes. Le journal du serveur dit pourquoi.
help-owner = Vous êtes propriétaire de ce bot. Envoyez-moi un fichier : je vous montre ce que j’y trouve avant d’ajouter quoi que ce soit. /remove NOM supprime un entretien, et /rename NOM NOUVEAU le renomme. Répondez /withdraw à une citation qui ne doit plus jamais être affichée.

# Votes, privacy and reports

vote-thanks = Merci, c’est noté.
vote-why = Merci, c’est noté. Vous pouvez dire pourquoi avec l’un des boutons.
vote-taken-back = Votre vote a été retiré.
vote-failed = Je n’ai pas pu enregistrer votre vote. Réessayez un peu plus tard.
vote-off = Les votes ne sont plus enregistrés ici.
vote-beside = Ne répond pas à ma question
vote-wrong = Mauvaise personne ou mauvais texte
vote-other = Autre chose
privacy = Voici ce que je conserve, sans aucun nom :

    • Vos 👍 et 👎, avec la citation, le jour, la raison si vous en donnez une, et une empreinte à clé (hash) de votre identifiant Telegram. Elle garantit que chaque personne ne vote qu’une fois. L’identifiant lui-même n’est pas conservé.

    • Les mots des questions restées sans réponse, avec le jour. Ils montrent aux propriétaires de ce bot ce qui manque. L’auteur de la question n’est pas enregistré. Aucun mot des questions qui ont reçu une réponse n’est conservé.

    • Le nombre de questions posées chaque jour.

    • Les choix faits avec /settings, avec une empreinte du même type pour la conversation, jusqu’à l’envoi de /forget.

    Tout le reste est effacé au bout { $days ->
        [one] d’un jour
       *[other] de { $days } jours
    }. Pour effacer vos votes tout de suite, envoyez /forget. Personne ne peut savoir quelles questions étaient les vôtres : elles restent donc jusqu’à la fin de ce délai.
privacy-off = Je ne conserve rien : ni votes, ni questions, ni statistiques. Si une réponse prend plus d’une seconde, j’enregistre seulement votre message le temps d’y répondre. Si vous avez voté ici auparavant, /forget efface vos votes.
forgotten = { $count ->
    [0] Je n’avais aucun vote de vous.
    [one] J’ai effacé votre vote.
   *[other] J’ai effacé vos { $count } votes.
  }
forget-failed = Je n’ai pas pu effacer vos votes. Renvoyez /forget un peu plus tard.
forgotten-group = J’ai effacé les paramètres de ce groupe.
forget-group-failed = Je n’ai pas pu effacer les paramètres de ce groupe. Renvoyez /forget un peu plus tard.
forget-group-admins-only = Les paramètres de ce groupe sont conservés : seuls ses administrateurs peuvent les effacer.
forget-beside = Rien n’a été effacé, car « { $typed } » suivait /forget.
forget-alone = Envoyez /forget seul pour effacer vos votes et les paramètres de cette conversation.
report-owners-only = Seuls les propriétaires de ce bot peuvent voir cela, dans leur conversation privée avec lui.
report-failed = Les retours des utilisateurs sont illisibles. Le journal du serveur dit pourquoi.
report-empty = Rien à signaler : aucune question sans réponse, aucun vote contre une citation, aucune question posée.
report-questions = Questions sans réponse
report-question = { $count } × { $text } ({ $day })
report-more = et { $count ->
    [one] une autre
   *[other] { $count } autres
  }
report-nearest = le plus proche : « { $words } » – { $speaker }, { $interview } ; score { $score }, certitude { $certainty }
report-passages = Citations ayant reçu des votes négatifs
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview } : { $words }
report-changed = ne figure plus sous cette forme dans l’entretien
report-reason = { $reason } : { $count }
report-usage = Questions par jour
report-day = { $day } : { $answered } avec réponse, { $nothing } sans réponse
command-privacy = Ce qui est conservé sur vous
command-forget = Effacer vos votes et vos paramètres
command-report = Questions sans réponse et citations ayant reçu des votes négatifs
description = Je réponds aux questions avec ce que les gens ont vraiment dit : des passages d’entretiens, mot pour mot, en précisant qui parle, quand et où. Je n’ajoute rien de mon cru, et si personne ne répond, je le dis.
short-description = Répond aux questions avec ce que les gens ont vraiment dit en entretien, mot pour mot et avec la source.

# Sharing

copied = « { $words } »
    — { $credit }
button-share = Partager
button-copy = Copier
button-link = Lien
inline-open = ouvrir dans le bot
inline-nothing = Personne ne répond à cela. Ouvrir le bot
link-moved = L’entretien a été modifié depuis la création de ce lien. Ces mots y sont toujours :
link-changed = L’entretien a été modifié depuis la création de ce lien, et l’ancienne formulation n’est pas conservée. À cet endroit, on lit maintenant :
link-lost = L’entretien a été modifié depuis la création de ce lien, et l’ancienne formulation n’est pas conservée. Il n’y a plus rien à citer à cet endroit.
link-withdrawn = Les mots visés par ce lien ont été retirés. Ils ne sont plus affichés.
link-removed = L’entretien auquel mène ce lien n’est plus ici.
link-unknown = Ce lien ne fonctionne pas : il est mal recopié ou incomplet, ou il appartient à un autre bot.
help-sharing = Sous chaque citation, « Copier » copie ses mots et « Lien » copie une adresse qui y ramène.
help-inline = « Partager » envoie la citation dans une autre conversation. Vous pouvez aussi écrire @{ $bot } et une question dans n’importe quelle conversation, puis choisir la citation à y envoyer.
button-card = Image
command-card = Transformer une citation en image
card-how = Répondez /card à l’une de mes citations, ou écrivez une question après la commande : /card Que pensez-vous de … ? Ajoutez « portrait » avant la question pour une image verticale.
card-glyph = Aucune police de mon serveur ne contient tous les caractères de cette citation : je ne peux pas en faire une image.
help-card = « Image » et /card transforment une citation en image.

# Poursuivre

button-as-typed = Seulement « { $words } »
button-context = Contexte
button-quote = ‹ Retour à la citation
question-gone = Le message qui contenait la question n’existe plus. Reposez la question, s’il vous plaît.
help-conversation = Répondez à l’une de mes citations pour en savoir plus. ✕ retire de votre question un nom, une date ou une source. « Contexte » montre toute la réponse.

# Listes

speakers-title = Intervenants ({ $count }), l’entretien le plus récent d’abord
interviews-title = Entretiens ({ $count }), les plus récents d’abord
list-answers = { $exchanges ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $exchanges } réponses
  }
list-ask = Touchez un nom pour limiter la recherche à cette personne ou à cet entretien.
list-empty = Je n’ai pas encore d’entretien.
speakers-empty = Aucun intervenant n’est nommé dans mes entretiens.
within-how = Répondez à ce message avec votre question, et je ne chercherai qu’ici :
within-hint = Votre question
within-gone = Cela n’existe plus dans mes entretiens.
about-newest = L’entretien le plus récent date { $date-day ->
    [0] { $date-month ->
        [4] d’{ $date }
        [8] d’{ $date }
        [10] d’{ $date }
       *[other] de { $date }
      }
   *[other] du { $date }
  }.
about-outlets = Publiés dans : { $names }.
about-contact = Responsable : { $contact }
about-program = Verbatim { $version }. Ce qui est conservé sur vous : /privacy
button-another = Un autre
command-speakers = Qui parle dans les entretiens
command-interviews = Tous les entretiens, les plus récents d’abord
command-random = Un passage au hasard
command-about = Ce que contient ce bot, et qui s’en occupe
list-interviews = { $interviews ->
    [one] un entretien
   *[other] { $interviews } entretiens
  }

# Paramètres d’une conversation

settings = Choisissez la langue que je parle dans cette conversation et le nombre maximal de citations par réponse. Les citations restent dans leur langue d’origine.
settings-telegram = Comme Telegram
settings-own-name = Français
settings-admins-only = Seuls les administrateurs de ce groupe peuvent modifier ce réglage.
settings-failed = Je n’ai pas pu enregistrer ce réglage. Réessayez un peu plus tard.
settings-unusable = Je ne peux ni lire ni enregistrer de paramètres pour l’instant, donc rien n’a changé. Réessayez un peu plus tard.
settings-off = Ce bot ne conserve rien, donc aucun paramètre non plus. J’utilise la langue de votre application Telegram.
command-settings = Langue et nombre de citations

# À qui l’on répond

slower = Trop de questions en peu de temps. Patientez un instant, puis reposez la dernière.
not-here = Je ne réponds que dans les conversations que mes propriétaires ont choisies, et celle-ci n’en fait pas partie.

# Conversation

talk-greeting = Bonjour ! Posez-moi une question, et je chercherai la réponse dans les entretiens.
talk-thanks = Je vous en prie. N’hésitez pas à poser d’autres questions.
talk-farewell = Au revoir, à bientôt !
talk-help = Posez une question avec vos propres mots. Je réponds avec des passages d’entretiens, mot pour mot. /help donne la liste des commandes.
talk-smile = 🙂 Posez-moi une question.
talk-blank = Écrivez une question avec vos propres mots.
unknown-collection = Il n’y a pas de collection nommée « { $typed } ».
unknown-speaker = Personne ne s’appelle « { $typed } » ici.
unknown-place = Il n’y a ni collection, ni média, ni entretien nommé « { $typed } ».
unknown-date = « { $typed } » n’est pas une date. Écrivez 2020, 2020-04 ou 2019..2021.
unknown-no-collections = Il n’y a pas de collection nommée « { $typed } » : il n’y a aucune collection ici.
unknown-empty = Il manque une valeur après « { $typed } ». Écrivez par exemple speaker:NOM, in:MÉDIA ou date:2020.
nothing-within = Aucun entretien ne correspond à ces critères : { $filters }.
interviewers-unquoted = Je ne cite que les réponses, pas les propos des intervieweurs.
no-command = La commande { $typed } n’existe pas. /help donne la liste des commandes.
refused-command = la commande `{ $typed }` n’existe pas
refused-nearest = vouliez-vous dire `{ $nearest }` ?
refused-help = `/help` donne la liste des commandes
list-outside = Cette liste n’a pas de numéro { $number } : elle va de 1 à { $count }.
list-unanswered = Cet entretien ne contient aucune réponse à citer : impossible de limiter la recherche à celui-ci.
unknown-nearest = Vouliez-vous dire : { $names } ?
unknown-see-speakers = /speakers affiche tous les intervenants.
unknown-see-interviews = /interviews affiche tous les entretiens.
beside-command = Cette commande s’utilise seule : « { $typed } » est ignoré.
beside-how = Pour le rechercher, écrivez : { $question }
beside-random = Chaque /random montre un passage : renvoyez la commande pour en voir un autre.
beside-list = Choisissez dans la liste ci-dessous.
unknown-command = La commande { $typed } n’existe pas. La plus proche : { $nearest }. /help donne la liste des commandes.
profile-guest = personne interviewée
profile-interviewer = pose les questions
profile-unknown = rôle inconnu
nothing-people = Intervenants : { $names }.
and-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
  }

# Conversation dans le terminal

help-terminal = Posez vos questions avec vos propres mots. Je réponds avec des passages d’entretiens, mot pour mot, avec leur source. Si vous n’écrivez qu’un nom, je dis qui est cette personne.
help-filters = Pour limiter la recherche, ajoutez speaker:NOM, in:MÉDIA, date:2020..2021 ou #COLLECTION à la question. Mettez les "mots exacts" entre guillemets.
terminal-about = Ce que contiennent les entretiens, et qui contacter
terminal-more = Afficher la suite d’une liste
terminal-all = Chercher à nouveau partout
terminal-quit = Quitter (aussi : quit, exit, Ctrl-D)
about-terminal = Verbatim { $version }. Vos questions restent sur cet ordinateur.
list-choose = Tapez un numéro ou un nom pour y limiter la recherche.
list-in-question = Pour limiter une recherche à l’un d’eux, écrivez le nom dans la question : speaker:NOM ou in:TITRE.
list-more = /more montre la suite (encore { $count }).
list-end = Il n’y a rien de plus à afficher. /speakers et /interviews affichent les listes.
scope-set = Désormais, je cherche uniquement ici : { $name }. /all cherche à nouveau partout.
scope-all = Je cherche à nouveau partout.
scope-gone = Cela n’existe plus dans mes entretiens. Je cherche à nouveau partout.
settings-now = Langue : { $language }. Citations par réponse : { $quotes } au plus.
settings-how = /settings fr ou /settings 2 pour changer, /settings default pour réinitialiser. Langues : { $codes }.
settings-kept = Cela vaut aussi pour vos prochaines conversations.
settings-unkept = Impossible d’enregistrer ce choix dans { $path } : il ne vaut que pour cette conversation.
settings-here-only = Cela ne vaut qu’ici et maintenant : seule une conversation dans un terminal enregistre les paramètres.
settings-unknown = « { $typed } » n’est ni une langue que je parle, ni un nombre de citations de 1 à { $most }.
