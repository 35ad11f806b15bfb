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
corrected = Lu comme : { $words }
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
help-owner = Vous êtes propriétaire : envoyez-moi un fichier et je montre ce que j’y lis avant d’ajouter quoi que ce soit. /remove et /rename prennent le nom d’un entretien ; répondez /withdraw à une citation qui ne doit plus jamais être montrée.

# Partager

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
