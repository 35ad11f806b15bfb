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

guest = l’invité
somebody = une voix non identifiée
interviewer = l’intervieweur
asked = Question :
title = « { $title } »
at-time = à { $time }
on-page = p. { $page }
read = lire l’entretien
corrected = Résultats pour « { $words } ».
corrected-in-vain = Cherché aussi « { $words } ».
nothing = Personne ne répond à cela dans les entretiens dont je dispose.
within = Cherché seulement : { $filters }.
ambiguous = Plusieurs personnes s’appellent { $typed } : { $names }. Écrivez le nom entier pour n’interroger que l’une d’elles.
period = de { $from } à { $to }
period-since = depuis { $date }
period-until = jusqu’à { $date }
topics = On y parle de : { $words }.
nearest = Questions qui ont une réponse :
coverage = { $interviews ->
    [one] Un entretien
   *[other] { $interviews } entretiens
  }, { $exchanges ->
    [one] une réponse
   *[other] { $exchanges } réponses
  }
coverage-speakers = avec { $names }
coverage-others = { $count ->
    [one] et une autre personne
   *[other] et { $count } autres
  }
coverage-year = de { $year }
coverage-years = de { $from } à { $to }

# Telegram

start = Je réponds aux questions par ce que les gens ont vraiment dit : des passages d’entretiens, mot pour mot, avec qui les a dits, quand et où.
start-holds = Ce que j’ai : { $coverage }.
start-ask = Posez-moi votre question, ou essayez l’une de celles-ci :
start-collections = Collections : { $names }. Mettez #nom dans votre question pour n’interroger que celle-là.
help = Envoyez-moi une question avec vos mots. Je cherche la réponse dans les entretiens dont je dispose et je la cite : jamais un mot de moi, toujours avec la source.

    ‹ et › font défiler les citations. Si vous modifiez votre question, j’y réponds de nouveau.

    Dans un groupe, écrivez /ask et votre question, répondez à l’un de mes messages, ou répondez /ask à la question de quelqu’un.
ask-how = Écrivez votre question après la commande : /ask Que pensez-vous de … ? Ou répondez /ask au message qui la pose.
wait = Un instant : je suis encore à vos questions précédentes. Reposez celle-ci un peu plus tard.
failed = Quelque chose n’a pas marché, de mon côté. Reposez votre question dans un instant.
gone = Ce passage n’est plus là : son entretien a été corrigé ou retiré depuis.
stale = Ce bouton est trop ancien ou n’est pas de moi.
command-start = Ce que c’est
command-help = Comment demander
command-ask = Poser une question

# Terminal

chat-greeting = { $coverage }. Posez une question ; Ctrl-D pour sortir.
chat-try = Par exemple :

# Owners in Telegram

owners-only = Seuls les propriétaires de ce bot peuvent changer ce qu’il contient. Votre identifiant Telegram est { $id }.
too-big = Ce fichier dépasse 20 Mo, et Telegram ne laisse pas les bots en télécharger de plus gros. Mettez-le dans le dossier des entretiens sur le serveur, ou coupez-le.
unknown = inconnu
field = { $name } : { $value }
field-title = Titre
field-date = Date
field-outlet = Média
field-url = Adresse
field-name = Nom
role-answers = Répond
role-asks = Interroge
role-unknown = Parle, rôle inconnu
draft-counts = { $exchanges ->
    [one] Une réponse
   *[other] { $exchanges } réponses
  }, { $passages ->
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
button-name = Nom : { $name }
button-asks = interroge, ne répond pas
button-answers = répond
button-remove = Supprimer
button-withdraw = Retirer
button-keep = Garder
prompt = Répondez à ce message en donnant : { $field }. Les dates s’écrivent 2020, 2020-04 ou 2020-04-17.
added = Ajouté sous le nom { $id }. J’en tire des réponses dès maintenant.
cancelled = Abandonné ; rien n’a été ajouté.
remove-how = Écrivez le nom de l’entretien après la commande : /remove 2020-04-paulin
remove-sure = Supprimer « { $title } » ({ $id }) pour de bon ? Son fichier sera effacé du dossier des entretiens.
removed = Supprimé : { $id }.
rename-how = Écrivez le nom et le nouveau : /rename 2020-04-paulin 2020-05-paulin
renamed = Il s’appelle maintenant { $id }.
withdraw-how = Répondez /withdraw à la citation qui ne doit plus jamais être montrée.
withdraw-sure = Ne plus jamais montrer ces mots ?
withdrawn = Retiré : ces mots ne seront plus jamais montrés.
kept = Rien n’a été changé.
desk-unreadable = Je ne peux pas lire ce fichier : { $reason }
desk-no-draft = Ce fichier a été ajouté ou abandonné depuis. Renvoyez-le s’il le faut.
desk-no-interview = Je n’ai pas d’entretien { $id }.
desk-one-of-several = C’est l’un des entretiens de { $file } : seul le fichier entier peut être changé, par qui tient le dossier du corpus. /withdraw fonctionne.
desk-taken = Il y a déjà un entretien { $id }. Choisissez un autre nom.
desk-no-date = « { $text } » n’est pas une date. Écrivez 2020, 2020-04 ou 2020-04-17.
desk-no-address = « { $text } » n’est pas une adresse. Elle commence par https:// ou http://.
desk-malformed = Le fichier { $file } à côté de l’entretien est mal formé. Corrigez-le d’abord sur le serveur.
desk-failed = Je n’ai pas pu écrire dans le dossier des entretiens. Le journal du serveur dit pourquoi.
desk-full = Le disque du serveur est plein : je n’ai pas pu écrire. Le journal du serveur dit où, et combien de place il faut.
help-owner = Vous êtes propriétaire : envoyez-moi un fichier et je montre ce que j’y lis avant d’ajouter quoi que ce soit. /remove et /rename prennent le nom d’un entretien ; répondez /withdraw à une citation qui ne doit plus jamais être montrée.

# What users leave behind

vote-thanks = Merci, c’est noté.
vote-why = Merci, c’est noté. Si vous le voulez, dites pourquoi avec l’un des boutons.
vote-taken-back = Votre vote est retiré.
vote-failed = Je n’ai pas pu le noter. Réessayez un peu plus tard.
vote-off = Les votes ne sont plus conservés ici.
vote-beside = À côté de ma question
vote-wrong = Mauvaise personne ou mauvais texte
vote-other = Autre chose
privacy = Je garde quatre choses, et le nom de personne avec aucune d’elles :

    • Vos 👍 et 👎, avec la citation, le jour, la raison si vous en donnez une, et un code tiré de votre identifiant Telegram. Ce code fait que chacun ne vote qu’une fois ; l’identifiant lui-même n’est pas écrit.

    • Les mots des questions restées sans réponse, avec le jour : ils disent aux propriétaires de ce bot ce qui manque. Rien ne dit qui les a posées. Des questions qui ont eu une réponse, je ne note pas un mot.

    • Le nombre de questions de chaque jour.

    • Ce qui a été choisi sous /settings, avec un tel code de la conversation, jusqu’à /forget.

    Tout le reste est effacé au bout { $days ->
        [one] d’un jour
       *[other] de { $days } jours
    }. Pour faire effacer vos votes tout de suite, envoyez /forget. Personne ne peut savoir quelles questions étaient les vôtres ; elles disparaissent quand leur temps est passé.
privacy-off = Je ne note rien : ni votes, ni questions, ni nombres. Si vous avez voté ici auparavant, /forget efface vos votes.
forgotten = { $count ->
    [0] Je n’avais aucun vote de vous.
    [one] J’ai effacé votre vote.
   *[other] J’ai effacé vos { $count } votes.
  }
forget-failed = Je n’ai pas pu effacer vos votes. Renvoyez /forget un peu plus tard.
report-owners-only = Seuls les propriétaires de ce bot peuvent voir cela, dans leur conversation privée avec lui.
report-failed = Ce que les utilisateurs ont laissé ne peut pas être lu. Le journal du serveur dit pourquoi.
report-empty = Rien à rapporter : aucune question sans réponse, aucun vote contre une citation, aucune question.
report-questions = Questions restées sans réponse
report-question = { $count } × { $text } ({ $day })
report-more = et { $count ->
    [one] une autre
   *[other] { $count } autres
  }
report-nearest = le plus proche : « { $words } » – { $speaker }, { $interview } ; score { $score }, certitude { $certainty }
report-passages = Citations qui ont des votes contre elles
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview } : { $words }
report-changed = n’est plus là telle qu’elle a été citée
report-reason = { $reason } : { $count }
report-usage = Questions par jour
report-day = { $day } : { $answered } avec réponse, { $nothing } sans
command-privacy = Ce qui est conservé sur vous
command-forget = Effacer vos votes
command-report = Ce qui est demandé en vain et mal jugé
description = Je réponds aux questions par ce que les gens ont vraiment dit : des passages d’entretiens, mot pour mot, avec qui les a dits, quand et où. Jamais un mot de moi ; et quand personne ne répond, je le dis.
short-description = Répond aux questions par ce que les gens ont vraiment dit en entretien, mot pour mot, source à l’appui.

# Sharing

copied = « { $words } »
    — { $credit }
button-share = Partager
button-copy = Copier
button-link = Lien
inline-open = lire dans le bot
inline-nothing = Personne ne répond à cela. Ouvrir le bot
link-moved = L’entretien a été modifié depuis la création de ce lien. Ces mots y sont toujours :
link-changed = L’entretien a été modifié depuis la création de ce lien, et l’ancienne formulation n’est pas conservée. À cet endroit, on lit maintenant :
link-lost = L’entretien a été modifié depuis la création de ce lien, et l’ancienne formulation n’est pas conservée. Plus rien n’y est à citer.
link-withdrawn = Les mots auxquels ce lien mène ont été retirés. Ils ne sont plus montrés.
link-removed = L’entretien auquel ce lien mène n’est plus ici.
link-unknown = Ce lien ne mène nulle part : il est mal recopié ou incomplet, ou c’est celui d’un autre bot.
help-sharing = Sous chaque citation, Copier en prend les mots et Lien une adresse qui y ramène toujours.
help-inline = Partager propose la citation dans une autre conversation. Ou écrivez @{ $bot } et une question dans n’importe quelle conversation, et choisissez la citation à y envoyer.
button-card = Carte
command-card = Dessiner une citation
card-how = Répondez /card à l’une de mes citations, ou écrivez une question à la suite : /card Que pensez-vous de … ? Avec « portrait » avant la question, l’image est plus haute que large.
card-glyph = Aucune police de mon serveur n’a tous les caractères de cette citation : je ne peux pas la dessiner.
help-card = Carte et /card dessinent une citation.

# Poursuivre

button-as-typed = Chercher « { $words } »
button-context = Contexte
button-quote = ‹ Retour à la citation
question-gone = La question à laquelle ceci répond n’est plus là. Posez-la de nouveau, s’il vous plaît.
help-conversation = Répondez à une de mes citations pour poursuivre sur son sujet. ✕ retire de votre question un nom, une date ou un titre ; Contexte montre toute la réponse.

# Listes

speakers-title = Qui répond ({ $count }), le dernier entretien d’abord
interviews-title = Entretiens ({ $count }), les plus récents d’abord
list-answers = { $exchanges ->
    [one] une réponse
   *[other] { $exchanges } réponses
  }
list-ask = Touchez un nom pour n’interroger que lui.
list-empty = Je n’ai encore aucun entretien.
within-how = Répondez à ce message par votre question, et je ne cherche qu’ici :
within-hint = Votre question
within-gone = Ce n’est plus parmi les entretiens.
about-newest = Le plus récent date de { $date }.
about-outlets = Publiés par : { $names }.
about-contact = Par : { $contact }
about-program = Verbatim { $version }. Ce qui est gardé de vous : /privacy
button-another = Un autre
command-speakers = Qui répond dans les entretiens
command-interviews = Tous les entretiens, les plus récents d’abord
command-random = Un passage au hasard
command-about = Ce que contient ce bot, et à qui il est
list-interviews = { $interviews ->
    [one] un entretien
   *[other] { $interviews } entretiens
  }

# Réglages d’une conversation

settings = La langue que je parle ici, et le nombre de citations d’une réponse. Les citations restent dans la langue où elles ont été dites.
settings-telegram = Comme Telegram
settings-own-name = Français
settings-admins-only = Seuls les administrateurs de ce groupe peuvent changer cela.
settings-failed = Je n’ai pas pu l’enregistrer. Réessayez plus tard, s’il vous plaît.
settings-off = Ce bot ne garde rien, donc pas de réglages non plus. Je parle la langue de votre Telegram.
command-settings = Langue et nombre de citations

# À qui l’on répond

slower = Vous posez vos questions plus vite que je ne peux répondre. Attendez un instant, s’il vous plaît, et reposez la dernière.
not-here = Je ne réponds que dans les conversations que mes propriétaires ont choisies, et celle-ci n’en est pas.
