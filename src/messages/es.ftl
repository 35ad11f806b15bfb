# Dates

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date-month = { $month } de { $year }
date-day = { $day } de { $month } de { $year }

# Answers, in Telegram and in a terminal

guest = la persona entrevistada
somebody = una voz sin identificar
interviewer = quien entrevista
asked = Pregunta:
title = «{ $title }»
at-time = en { $time }
on-page = p. { $page }
read = leer la entrevista
corrected = Resultados para «{ $words }».
corrected-in-vain = También se ha buscado «{ $words }».
nothing = Nadie responde a eso en las entrevistas que tengo.
within = Solo he buscado en: { $filters }.
ambiguous = Hay varias personas que se llaman { $typed }: { $names }. Escribe el nombre completo para preguntar solo a una.
period = de { $from } a { $to }
period-since = desde { $date }
period-until = hasta { $date }
topics = Hablan de: { $words }.
nearest = Preguntas que sí tienen respuesta:
coverage = { $interviews ->
    [one] Una entrevista
   *[other] { $interviews } entrevistas
  }, { $exchanges ->
    [one] una respuesta
   *[other] { $exchanges } respuestas
  }
coverage-speakers = con { $names }
coverage-others = { $count ->
    [one] y otra persona
   *[other] y otras { $count } personas
  }
coverage-year = de { $year }
coverage-years = de { $from } a { $to }

# Telegram

start = Respondo a preguntas con lo que la gente dijo de verdad: pasajes de entrevistas, palabra por palabra, con quién los dijo, cuándo y dónde.
start-holds = Lo que tengo: { $coverage }.
start-ask = Hazme tu pregunta o prueba con una de estas:
start-collections = Colecciones: { $names }. Pon #nombre en tu pregunta para buscar solo en esa.
help = Envíame una pregunta con tus propias palabras. Busco la respuesta en las entrevistas que tengo y la cito: nunca una palabra mía, siempre con su fuente.

    Con ‹ y › pasas de una cita a otra. Si editas tu pregunta, la respondo de nuevo.

    En un grupo, escribe /ask y tu pregunta, responde a uno de mis mensajes o responde /ask a la pregunta de otra persona.
ask-how = Escribe tu pregunta después de la orden: /ask ¿Qué opinas de…? O responde /ask al mensaje que la hace.
wait = Un momento: sigo con tus preguntas anteriores. Vuelve a hacer esta dentro de poco.
failed = Algo ha fallado por mi parte, no por la tuya. Vuelve a preguntar dentro de un momento.
gone = Este pasaje ya no está: su entrevista se ha corregido o retirado desde entonces.
stale = Este botón es demasiado antiguo o no es mío.
command-start = Qué es esto
command-help = Cómo preguntar
command-ask = Hacer una pregunta

# Terminal

chat-greeting = { $coverage }. Haz una pregunta; Ctrl-D para salir.
chat-try = Por ejemplo:

# Owners in Telegram

owners-only = Solo quienes administran este bot pueden cambiar lo que contiene. Tu identificador de Telegram es { $id }.
too-big = Este archivo pasa de 20 MB, y Telegram no deja que los bots descarguen archivos más grandes. Ponlo en la carpeta de entrevistas del servidor o divídelo.
unknown = no se sabe
field = { $name }: { $value }
field-title = Título
field-date = Fecha
field-outlet = Medio
field-url = Dirección
field-name = Nombre
role-answers = Responde
role-asks = Pregunta
role-unknown = Habla, no se sabe en qué papel
draft-counts = { $exchanges ->
    [one] Una respuesta
   *[other] { $exchanges } respuestas
  }, { $passages ->
    [one] un pasaje
   *[other] { $passages } pasajes
  }
draft-warnings = { $count ->
    [one] y una advertencia más
   *[other] y { $count } advertencias más
  }
button-add = Añadir
button-change = Cambiar
button-cancel = Cancelar
button-back = ‹ Volver
button-name = Nombre: { $name }
button-asks = pregunta, no responde
button-answers = responde
button-remove = Eliminar
button-withdraw = Retirar
button-keep = Conservar
prompt = Responde a este mensaje con: { $field }. Las fechas se escriben 2020, 2020-04 o 2020-04-17.
added = Añadida como { $id }. Ya respondo con ella.
cancelled = Descartado; no se ha añadido nada.
remove-how = Escribe el nombre de la entrevista después de la orden: /remove 2020-04-paulin
remove-sure = ¿Eliminar «{ $title }» ({ $id }) definitivamente? Su archivo se borrará de la carpeta de entrevistas.
removed = Eliminada: { $id }.
rename-how = Escribe el nombre y el nuevo: /rename 2020-04-paulin 2020-05-paulin
renamed = Ahora se llama { $id }.
withdraw-how = Responde /withdraw a la cita que no debe volver a mostrarse nunca.
withdraw-sure = ¿No volver a mostrar nunca estas palabras?
withdrawn = Retirado: estas palabras no volverán a mostrarse.
kept = No se ha cambiado nada.
desk-unreadable = No puedo leer este archivo: { $reason }
desk-no-draft = Este archivo se ha añadido o descartado desde entonces. Envíalo otra vez si hace falta.
desk-no-interview = No tengo ninguna entrevista { $id }.
desk-one-of-several = Es una de varias entrevistas de { $file }: solo se puede cambiar el archivo entero, y eso lo hace quien lleva la carpeta de entrevistas. /withdraw sí funciona.
desk-taken = Ya hay una entrevista { $id }. Elige otro nombre.
desk-no-date = «{ $text }» no es una fecha. Escribe 2020, 2020-04 o 2020-04-17.
desk-no-address = «{ $text }» no es una dirección. Una dirección empieza por https:// o http://.
desk-malformed = El archivo { $file } que acompaña a la entrevista está mal formado. Corrígelo antes en el servidor.
desk-failed = No he podido escribir en la carpeta de entrevistas. El registro del servidor dice por qué.
desk-full = El disco del servidor está lleno: no he podido escribir. El registro del servidor dice dónde y cuánto espacio hace falta.
help-owner = Administras este bot: envíame un archivo y te enseño lo que leo en él antes de añadir nada. /remove y /rename llevan el nombre de una entrevista; responde /withdraw a una cita que no debe volver a mostrarse nunca.

# What users leave behind

vote-thanks = Gracias, anotado.
vote-why = Gracias, anotado. Si quieres, di por qué con uno de los botones.
vote-taken-back = Tu voto queda retirado.
vote-failed = Ahora no he podido anotarlo. Inténtalo más tarde.
vote-off = Aquí ya no se guardan votos.
vote-beside = No trata de mi pregunta
vote-wrong = Persona o texto equivocados
vote-other = Otra cosa
privacy = Guardo cuatro cosas, y ninguna con el nombre de nadie:

    • Tus 👍 y 👎, con la cita, el día, el motivo si das uno y un código calculado a partir de tu identificador de Telegram. El código hace que cada persona vote una sola vez; el identificador no se guarda.

    • Las palabras de las preguntas que no encontraron nada, con el día: muestran a quienes administran este bot lo que falta. En ningún sitio consta quién preguntó. De las preguntas respondidas no anoto ni una palabra.

    • Cuántas preguntas hubo cada día.

    • Lo que se eligió en /settings, con un código así del chat, hasta /forget.

    Lo demás se borra al cabo de { $days ->
        [one] un día
       *[other] { $days } días
    }. Para que se borren tus votos ya, envía /forget. Nadie puede saber qué preguntas eran tuyas; desaparecen cuando pasa su tiempo.
privacy-off = No anoto nada: ni votos, ni preguntas, ni recuentos. Si votaste aquí antes, /forget borra tus votos.
forgotten = { $count ->
    [0] No tenía ningún voto tuyo.
    [one] He borrado tu voto.
   *[other] He borrado tus { $count } votos.
  }
forget-failed = Ahora no he podido borrar tus votos. Vuelve a enviar /forget más tarde.
report-owners-only = Solo quienes administran este bot pueden ver eso, en su chat privado con él.
report-failed = No se puede leer lo que han dejado los usuarios. El registro del servidor dice por qué.
report-empty = No hay nada que contar: ninguna pregunta sin respuesta, ningún voto contra una cita, ninguna pregunta.
report-questions = Preguntas que no encontraron nada
report-question = { $count } × { $text } ({ $day })
report-more = y { $count ->
    [one] otra más
   *[other] otras { $count }
  }
report-nearest = lo más cercano: «{ $words }» – { $speaker }, { $interview }; puntuación { $score }, certeza { $certainty }
report-passages = Citas con votos en contra
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = ya no está tal como se citó
report-reason = { $reason }: { $count }
report-usage = Preguntas por día
report-day = { $day }: { $answered } con respuesta, { $nothing } sin ella
command-privacy = Qué se guarda sobre ti
command-forget = Borrar tus votos
command-report = Lo que se pregunta en vano y se vota en contra
description = Respondo a preguntas con lo que la gente dijo de verdad: pasajes de entrevistas, palabra por palabra, con quién los dijo, cuándo y dónde. Nunca una palabra mía; y si nadie responde, lo digo.
short-description = Responde a preguntas con lo que la gente dijo de verdad en entrevistas, palabra por palabra y con la fuente.

# Sharing

copied = «{ $words }»
    — { $credit }
button-share = Compartir
button-copy = Copiar
button-link = Enlace
inline-open = leer en el bot
inline-nothing = Nadie responde a eso. Abrir el bot
link-moved = La entrevista ha cambiado desde que se creó este enlace. Estas palabras siguen en ella:
link-changed = La entrevista ha cambiado desde que se creó este enlace, y la redacción anterior no se conserva. En ese lugar dice ahora:
link-lost = La entrevista ha cambiado desde que se creó este enlace, y la redacción anterior no se conserva. Ahora no se puede citar nada de ella.
link-withdrawn = Las palabras a las que lleva este enlace se han retirado. Ya no se muestran.
link-removed = La entrevista a la que lleva este enlace ya no está aquí.
link-unknown = Este enlace no lleva a ninguna parte: está mal copiado o incompleto, o es de otro bot.
help-sharing = Debajo de cada cita, Copiar toma sus palabras y Enlace una dirección que siempre vuelve a ella.
help-inline = Compartir ofrece la cita en otro chat. O escribe @{ $bot } y una pregunta en cualquier chat, y elige una cita para enviarla allí.
button-card = Tarjeta
command-card = Dibujar una cita
card-how = Responde /card a una de mis citas, o escribe una pregunta a continuación: /card ¿Qué piensas de …? Con «portrait» antes de la pregunta, la imagen es más alta que ancha.
card-glyph = Ninguna fuente de mi servidor tiene todos los caracteres de esta cita: no puedo dibujarla.
help-card = Tarjeta y /card dibujan una cita.

# Seguir preguntando

button-as-typed = Solo «{ $words }»
button-context = Contexto
button-quote = ‹ Volver a la cita
question-gone = La pregunta a la que esto responde ya no está. Por favor, vuelve a hacerla.
help-conversation = Responde a una de mis citas para seguir preguntando dentro de ella. ✕ quita de tu pregunta un nombre, una fecha o un medio; Contexto muestra toda la respuesta.

# Listas

speakers-title = Quién responde ({ $count }), la entrevista más reciente primero
interviews-title = Entrevistas ({ $count }), las más recientes primero
list-answers = { $exchanges ->
    [one] una respuesta
   *[other] { $exchanges } respuestas
  }
list-ask = Pulsa un nombre para preguntar solo ahí.
list-empty = Todavía no tengo ninguna entrevista.
within-how = Responde a este mensaje con tu pregunta y busco solo aquí:
within-hint = Tu pregunta
within-gone = Esto ya no está entre las entrevistas.
about-newest = La más reciente es de { $date }.
about-outlets = Publicadas por: { $names }.
about-contact = Por: { $contact }
about-program = Verbatim { $version }. Lo que se guarda de ti: /privacy
button-another = Otra
command-speakers = Quién responde en las entrevistas
command-interviews = Todas las entrevistas, las más recientes primero
command-random = Un pasaje al azar
command-about = Qué contiene este bot y de quién es
list-interviews = { $interviews ->
    [one] una entrevista
   *[other] { $interviews } entrevistas
  }

# Ajustes de un chat

settings = En qué idioma hablo aquí y cuántas citas tiene como mucho una respuesta. Las citas se quedan en el idioma en que se dijeron.
settings-telegram = Como en Telegram
settings-own-name = Español
settings-admins-only = Solo los administradores de este grupo pueden cambiar eso.
settings-failed = No he podido guardarlo ahora. Inténtalo más tarde, por favor.
settings-off = Este bot no guarda nada, así que tampoco ajustes. Hablo el idioma de tu Telegram.
command-settings = Idioma y número de citas

# A quién se responde

slower = Preguntas más deprisa de lo que puedo responder. Espera un momento, por favor, y vuelve a preguntar.
not-here = Solo respondo en los chats que han elegido quienes me administran, y este no es uno de ellos.
