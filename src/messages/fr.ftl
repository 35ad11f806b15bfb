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
interviewer = l’intervieweur
asked = Question :
title = « { $title } »
read = lire l’entretien
corrected = Lu comme : { $words }
nothing = Personne ne répond à cela dans les entretiens dont je dispose.
within = Cherché seulement dans : { $collections }.
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
