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
untitled = entrevista { $name }
at-time = en el minuto { $time }
on-page = p. { $page }
read = leer la entrevista
corrected = Resultados para «{ $words }».
corrected-in-vain = También he buscado «{ $words }».
nothing = Nadie responde a eso en las entrevistas que tengo.
nothing-foreign = Las entrevistas están en { $language ->
    [ar] árabe
    [da] danés
    [de] alemán
    [el] griego
    [en] inglés
    [es] español
    [fi] finés
    [fr] francés
    [hu] húngaro
    [it] italiano
    [nl] neerlandés
    [no] noruego
    [pt] portugués
    [ro] rumano
    [ru] ruso
    [sv] sueco
    [ta] tamil
    [tr] turco
   *[other] otro idioma
  }: una pregunta en español no encuentra respuesta. Pregunta en el idioma de las entrevistas.
within = Limitado a: { $filters }.
filters-separator = { "; " }
ambiguous = Varias personas se llaman { $typed }: { $names }. Escribe un nombre completo para limitar la búsqueda a una de ellas.
period = { $from-day ->
    [0] de { $from }
   *[other] del { $from }
  } { $to-day ->
    [0] a { $to }
   *[other] al { $to }
  }
period-since = { $date-day ->
    [0] desde { $date }
   *[other] desde el { $date }
  }
period-until = { $date-day ->
    [0] hasta { $date }
   *[other] hasta el { $date }
  }
topics = Las entrevistas tratan de: { $words }.
coverage = { $interviews ->
    [0] Ninguna entrevista
    [one] Una entrevista
   *[other] { $interviews } entrevistas
  }, { $exchanges ->
    [0] ninguna respuesta
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

start = Respondo a preguntas con lo que la gente dijo de verdad: fragmentos de entrevistas, palabra por palabra, indicando quién lo dijo, cuándo y dónde.
start-holds = { $coverage }.
start-ask = Hazme una pregunta o prueba con una de estas:
start-collections = Colecciones: { $names }. Añade #nombre a tu pregunta para buscar solo en una de ellas.
help = Envíame una pregunta con tus propias palabras. Busco la respuesta en las entrevistas que tengo y la cito palabra por palabra, con su fuente. Nunca añado nada mío.

    Con ‹ y › pasas de una cita a otra. Si editas tu pregunta, la respondo de nuevo.

    En un grupo, escribe /ask y tu pregunta, responde a uno de mis mensajes o responde con /ask a la pregunta de otra persona.
ask-how = Escribe tu pregunta después del comando: /ask ¿Qué opinas de…? O responde con /ask al mensaje que contiene la pregunta.
wait = Un momento: todavía estoy respondiendo a tus preguntas anteriores. Vuelve a hacer esta pregunta dentro de un rato.
failed = Ha habido un error por mi parte, no por la tuya. Vuelve a preguntar dentro de un momento.
gone = Este fragmento ya no está: la entrevista se ha corregido o eliminado.
stale = Este botón ya no funciona. Vuelve a enviar tu pregunta o el comando.
command-start = Qué hace este bot
command-help = Cómo preguntar
command-ask = Hacer una pregunta

# Terminal

chat-greeting = { $coverage }. Haz una pregunta o pulsa Ctrl-D para salir.
chat-try = Por ejemplo:
chat-warned = Aviso: algo falla en archivos que han cambiado o en el índice. `verbatim index --corpus { $folder }` dice qué.
chat-index-built-again = La carpeta del índice se había borrado: el índice se ha creado de nuevo.
chat-index-in-memory = La carpeta del índice se ha borrado y no se puede volver a crear: el índice se mantiene ahora en memoria.
chat-without-token = No hay ningún token de Telegram configurado (TELOXIDE_TOKEN), así que la conversación tiene lugar en el terminal.
chat-no-history = Aviso: { $path } no es un historial de preguntas: no se lee ni se modifica.
chat-history-unsaved = Aviso: no se han podido añadir las preguntas al historial en { $path }.
files-with-problems = aviso: { $count } archivos tienen problemas: `verbatim index` los enumera (con `--corpus { $folder }`)
file-with-problem = aviso: { $file }: { $kind ->
    [unreadable] no se puede leer
    [not_a_regular_file] no es un archivo normal
    [folder_named_as_sidecar] es una carpeta con el nombre de un archivo complementario
    [link] es un enlace simbólico, y los enlaces no se siguen
    [name] su nombre no está en UTF-8
    [sidecar_without_interview] es un archivo complementario sin entrevista, así que no se usa
   *[other] algo no está bien en este archivo
  }; `verbatim check { $folder }` da más detalles
example-copied = aviso: la entrevista incluida en verbatim no se puede escribir en `{ $path }` ({ $cause }); se usa una copia temporal
index-busy = otro verbatim está escribiendo el índice en `{ $path }`
index-read-only = no se puede escribir el índice en `{ $path }`: { $cause }
index-full = no queda espacio en `{ $path }`: el índice necesita alrededor de { $room }
index-other = el índice en `{ $path }` procede de otras entrevistas (`{ $corpus }`) y no se reconstruye: { $cause }
index-used = aviso: { $reason }; el índice se usa tal como está
index-in-memory = aviso: { $reason }; el índice se mantiene en memoria y se crea de nuevo en cada inicio
index-replaced = aviso: el índice en `{ $path }` contenía otras entrevistas (`{ $other }`): se ha reconstruido a partir de `{ $corpus }`
index-unwritable = nota: no se puede escribir el índice en `{ $path }`: se usa tal como está
index-rebuilt = el índice se ha reconstruido a partir de las entrevistas: { $reason ->
    [damaged] estaba dañado
    [unfinished] estaba incompleto
   *[version] era de otra versión
  }
index-hint-busy = consejo: espera a que termine el otro verbatim, o da a este su propia carpeta: `--index CARPETA`
index-hint-read-only = consejo: da permiso de escritura en la carpeta al usuario que ejecuta verbatim, o indica otra: `--index CARPETA`
index-hint-full = consejo: libera espacio, o indica una carpeta en otro disco: `--index CARPETA`
index-hint-other = consejo: da a cada carpeta de entrevistas su propia carpeta de índice: `--index CARPETA`
first-start-interviews = Entrevistas: { $path }
first-start-example = Entrevistas: { $path } (la que viene con Verbatim)
first-start-index = Índice: { $path }
first-start-settings = Configuración: { $path }
first-start-no-settings = Configuración: aún no hay archivo; para cambiarla, crea { $path }
first-start-own-interviews = Tus propias entrevistas: verbatim check CARPETA, luego verbatim --corpus CARPETA

# Owners in Telegram

owners-only = Solo quienes administran este bot pueden cambiar sus entrevistas. Tu ID de Telegram es { $id }.
too-big = Este archivo supera los 20 MB, el límite de Telegram para los bots. Ponlo en la carpeta de entrevistas del servidor o divídelo.
unknown = no consta
unnamed = sin nombre
field = { $name }: { $value }
field-title = Título
field-date = Fecha
field-outlet = Medio
field-url = Dirección web
field-name = Nombre
role-answers = Quien responde
role-asks = Quien pregunta
role-unknown = Quien habla, rol desconocido
draft-counts = { $exchanges ->
    [0] Ninguna respuesta
    [one] Una respuesta
   *[other] { $exchanges } respuestas
  }, { $passages ->
    [0] ningún fragmento
    [one] un fragmento
   *[other] { $passages } fragmentos
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
button-asks = hace las preguntas
button-answers = responde a las preguntas
button-remove = Eliminar
button-withdraw = Retirar
button-keep = Conservar
prompt = Responde a este mensaje con: { $field }. Escribe las fechas así: 2020, 2020-04 o 2020-04-17.
added = Añadida como { $id }. A partir de ahora la uso para responder.
cancelled = Cancelado. No se ha añadido nada.
remove-how = Escribe el nombre de la entrevista después del comando: /remove 2020-04-paulin
remove-sure = ¿Eliminar «{ $title }» ({ $id }) definitivamente? Su archivo se borrará de la carpeta de entrevistas.
removed = Eliminada: { $id }.
rename-how = Escribe el nombre de la entrevista y el nuevo después del comando: /rename 2020-04-paulin 2020-05-paulin
renamed = Ahora se llama { $id }.
withdraw-how = Responde con /withdraw a la cita que no debe volver a mostrarse nunca.
withdraw-sure = ¿No volver a mostrar nunca estas palabras?
withdrawn = Hecho: estas palabras no volverán a mostrarse nunca.
kept = No se ha cambiado nada.
desk-unreadable = No puedo leer este archivo: { $reason }
desk-no-draft = Este archivo ya se ha añadido, o la operación se canceló. Envíalo otra vez si lo necesitas.
desk-no-interview = No tengo ninguna entrevista llamada { $id }.
desk-one-of-several = Es una de las entrevistas de { $file }. Solo puedes cambiar el archivo entero, y solo en el servidor. /withdraw también funciona aquí.
desk-taken = Ya hay una entrevista llamada { $id }. Elige otro nombre.
desk-no-date = «{ $text }» no es una fecha. Escribe 2020, 2020-04 o 2020-04-17.
desk-no-address = «{ $text }» no es una dirección web. Debe empezar por https:// o http://.
desk-malformed = El archivo { $file } que acompaña a la entrevista contiene un error. Corrígelo primero en el servidor.
desk-failed = No he podido escribir en la carpeta de entrevistas. El registro del servidor indica el motivo.
desk-full = El disco del servidor está lleno, así que no he podido escribir. El registro del servidor indica dónde y cuánto espacio hace falta.
desk-behind = Hecho, pero no se ha podido actualizar el índice: mientras no se actualice, mis respuestas seguirán igual. El registro del servidor dice por qué.
help-owner = Administras este bot. Envíame un archivo y te mostraré lo que encuentro en él antes de añadir nada. /remove NOMBRE elimina una entrevista y /rename NOMBRE NUEVO le cambia el nombre. Responde con /withdraw a una cita que no debe volver a mostrarse nunca.

# Votes, privacy and reports

vote-thanks = Gracias, anotado.
vote-why = Gracias, anotado. Si quieres, di por qué con uno de los botones.
vote-taken-back = Tu voto se ha retirado.
vote-failed = Ahora no he podido guardar tu voto. Inténtalo más tarde.
vote-off = Aquí ya no se guardan votos.
vote-beside = No responde a mi pregunta
vote-wrong = Persona o texto equivocados
vote-other = Otra cosa
privacy = Guardo lo siguiente, sin el nombre de nadie:

    • Tus 👍 y 👎, con la cita, el día, el motivo si das uno y un hash con clave de tu ID de Telegram. El hash hace que cada persona vote una sola vez. El ID no se guarda.

    • Las palabras de las preguntas sin respuesta, con el día. Muestran a quienes administran este bot lo que falta. No se guarda quién preguntó. De las preguntas respondidas no se guarda ni una palabra.

    • Cuántas preguntas hubo cada día.

    • Lo que se eligió en /settings, con un hash del mismo tipo para el chat, hasta que envíes /forget.

    Todo lo demás se borra al cabo de { $days ->
        [one] un día
       *[other] { $days } días
    }. Para borrar tus votos ahora mismo, envía /forget. Nadie puede saber qué preguntas eran tuyas, así que se conservan hasta que pase ese plazo.
privacy-off = No guardo nada: ni votos, ni preguntas, ni recuentos. Si una respuesta tarda más de un segundo, solo guardo tu mensaje hasta responderlo. Si votaste aquí antes, /forget borra tus votos.
forgotten = { $count ->
    [0] No tenía ningún voto tuyo.
    [one] He borrado tu voto.
   *[other] He borrado tus { $count } votos.
  }
forget-failed = Ahora no he podido borrar tus votos. Vuelve a enviar /forget más tarde.
forgotten-group = He borrado los ajustes de este grupo.
forget-group-failed = Ahora no he podido borrar los ajustes de este grupo. Vuelve a enviar /forget más tarde.
forget-group-admins-only = Los ajustes de este grupo se conservan: solo sus administradores pueden borrarlos.
forget-beside = No se ha borrado nada, porque después de /forget había «{ $typed }».
forget-alone = Envía solo /forget para borrar tus votos y los ajustes de este chat.
report-owners-only = Solo quienes administran este bot pueden verlo, en su chat privado con él.
report-failed = No se pueden leer las valoraciones de los usuarios. El registro del servidor indica el motivo.
report-empty = No hay nada de que informar: ninguna pregunta sin respuesta, ningún voto contra una cita, ni una sola pregunta.
report-questions = Preguntas sin respuesta
report-question = { $count } × { $text } ({ $day })
report-more = y { $count ->
    [one] otra más
   *[other] otras { $count }
  }
report-nearest = lo más cercano: «{ $words }» – { $speaker }, { $interview }; puntuación { $score }, certeza { $certainty }
report-passages = Citas con votos negativos
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = ya no figura en la entrevista tal como se citó
report-reason = { $reason }: { $count }
report-usage = Preguntas por día
report-day = { $day }: { $answered } con respuesta, { $nothing } sin respuesta
command-privacy = Qué se guarda sobre ti
command-forget = Borrar tus votos y tus ajustes
command-report = Preguntas sin respuesta y citas con votos negativos
description = Respondo a preguntas con lo que la gente dijo de verdad: fragmentos de entrevistas, palabra por palabra, indicando quién lo dijo, cuándo y dónde. Nunca añado nada mío y, si nadie responde, lo digo.
short-description = Responde a preguntas con lo que la gente dijo de verdad en entrevistas, palabra por palabra y con la fuente.

# Sharing

copied = «{ $words }»
    — { $credit }
button-share = Compartir
button-copy = Copiar
button-link = Enlace
inline-open = abrir en el bot
inline-nothing = Nadie responde a eso. Abrir el bot
link-moved = La entrevista ha cambiado desde que se creó este enlace. Estas palabras siguen en ella:
link-changed = La entrevista ha cambiado desde que se creó este enlace, y el texto anterior no se conserva. En ese lugar ahora dice:
link-lost = La entrevista ha cambiado desde que se creó este enlace, y el texto anterior no se conserva. Ahí ya no hay nada que citar.
link-withdrawn = Las palabras a las que lleva este enlace se han retirado. Ya no se muestran.
link-removed = La entrevista a la que lleva este enlace ya no está aquí.
link-unknown = Este enlace no funciona: está mal copiado o incompleto, o es de otro bot.
help-sharing = Debajo de cada cita, «Copiar» copia sus palabras y «Enlace» copia una dirección que lleva de vuelta a ella.
help-inline = «Compartir» envía la cita a otro chat. También puedes escribir @{ $bot } y una pregunta en cualquier chat y elegir una cita para enviarla allí.
button-card = Imagen
command-card = Convertir una cita en imagen
card-how = Responde con /card a una de mis citas o escribe una pregunta después del comando: /card ¿Qué opinas de…? Pon «portrait» antes de la pregunta para obtener una imagen vertical.
card-glyph = Ninguna fuente de mi servidor tiene todos los caracteres de esta cita, así que no puedo convertirla en imagen.
help-card = «Imagen» y /card convierten una cita en imagen.

# Seguir preguntando

button-as-typed = Solo «{ $words }»
button-context = Contexto
button-quote = ‹ Volver a la cita
question-gone = El mensaje con la pregunta ya no existe. Vuelve a hacer la pregunta, por favor.
help-conversation = Responde a una de mis citas para seguir preguntando sobre ella. ✕ quita de tu pregunta un nombre, una fecha o una fuente. «Contexto» muestra la respuesta entera.

# Listas

speakers-title = Personas entrevistadas ({ $count }), la entrevista más reciente primero
interviews-title = Entrevistas ({ $count }), las más recientes primero
list-answers = { $exchanges ->
    [0] ninguna respuesta
    [one] una respuesta
   *[other] { $exchanges } respuestas
  }
list-ask = Pulsa un nombre para limitar la búsqueda a él.
list-empty = Todavía no tengo entrevistas.
speakers-empty = En mis entrevistas no consta el nombre de ninguna persona que hable.
within-how = Responde a este mensaje con tu pregunta y buscaré solo aquí:
within-hint = Tu pregunta
within-gone = Eso ya no está en mis entrevistas.
about-newest = La entrevista más reciente es { $date-day ->
    [0] de { $date }
   *[other] del { $date }
  }.
about-outlets = Publicadas en: { $names }.
about-contact = Responsable: { $contact }
about-program = Verbatim { $version }. Qué se guarda sobre ti: /privacy
button-another = Otro
command-speakers = Quién habla en las entrevistas
command-interviews = Todas las entrevistas, las más recientes primero
command-random = Un fragmento al azar
command-about = Qué contiene este bot y quién lo administra
list-interviews = { $interviews ->
    [one] una entrevista
   *[other] { $interviews } entrevistas
  }

# Ajustes de un chat

settings = Elige en qué idioma hablo en este chat y cuántas citas tiene como máximo una respuesta. Las citas se muestran en su idioma original.
settings-telegram = Como en Telegram
settings-own-name = Español
settings-admins-only = Solo los administradores de este grupo pueden cambiar esto.
settings-failed = Ahora no he podido guardar este ajuste. Inténtalo más tarde.
settings-unusable = Ahora no puedo leer ni guardar ajustes, así que no ha cambiado nada. Inténtalo más tarde.
settings-off = Este bot no guarda nada, así que tampoco guarda ajustes. Uso el idioma de tu aplicación de Telegram.
command-settings = Idioma y número de citas

# A quién se responde

slower = Demasiadas preguntas en poco tiempo. Espera un momento y vuelve a preguntar.
not-here = Solo respondo en los chats que han elegido quienes me administran, y este no es uno de ellos.

# Conversación

talk-greeting = ¡Hola! Hazme una pregunta y buscaré la respuesta en las entrevistas.
talk-thanks = De nada. Sigue preguntando cuando quieras.
talk-farewell = ¡Adiós, hasta pronto!
talk-help = Haz una pregunta con tus propias palabras. Respondo con fragmentos de las entrevistas, palabra por palabra. /help muestra los comandos.
talk-smile = 🙂 Hazme una pregunta.
talk-blank = Escribe una pregunta con tus propias palabras.
unknown-collection = No hay ninguna colección llamada «{ $typed }».
unknown-speaker = Aquí nadie se llama «{ $typed }».
unknown-place = No hay ninguna colección, medio ni entrevista que se llame «{ $typed }».
unknown-date = «{ $typed }» no es una fecha. Escribe 2020, 2020-04 o 2019..2021.
unknown-no-collections = No hay ninguna colección llamada «{ $typed }»: aquí no hay colecciones.
unknown-empty = Falta un valor después de «{ $typed }». Escribe, por ejemplo, speaker:NOMBRE, in:MEDIO o date:2020.
nothing-within = Ninguna entrevista cumple estos criterios: { $filters }.
interviewers-unquoted = Solo se citan las respuestas, no lo que dice quien entrevista.
no-command = No existe el comando { $typed }. /help muestra todos los comandos.
refused-command = no existe el comando `{ $typed }`
refused-nearest = ¿querías decir `{ $nearest }`?
refused-help = `/help` muestra todos los comandos
list-outside = En esta lista no hay ningún número { $number }: va del 1 al { $count }.
list-unanswered = Esta entrevista no tiene respuestas que pueda citar, así que la búsqueda no se puede limitar a ella.
unknown-nearest = ¿Querías decir: { $names }?
unknown-see-speakers = /speakers muestra a todas las personas que hablan en las entrevistas.
unknown-see-interviews = /interviews muestra todas las entrevistas.
beside-command = Este comando se usa solo: «{ $typed }» se ignora.
beside-how = Para buscarlo, escribe: { $question }
beside-random = Cada /random muestra un fragmento: envía el comando otra vez para ver otro.
beside-list = Elige en la lista de abajo.
unknown-command = No existe el comando { $typed }. El más parecido: { $nearest }. /help muestra todos los comandos.
profile-guest = persona entrevistada
profile-interviewer = hace las preguntas
profile-unknown = rol desconocido
nothing-people = Personas entrevistadas: { $names }.
and-more = { $count ->
    [one] y una más
   *[other] y { $count } más
  }

# Conversación en la terminal

help-terminal = Pregunta con tus propias palabras. Respondo con fragmentos de las entrevistas, palabra por palabra, con su fuente. Si escribes solo un nombre, digo quién es.
help-filters = Para limitar la búsqueda, añade a la pregunta speaker:NOMBRE, in:MEDIO, date:2020..2021 o #COLECCIÓN. Pon las "palabras exactas" entre comillas.
terminal-about = Qué contienen las entrevistas y a quién contactar
terminal-more = Mostrar más elementos de una lista
terminal-all = Volver a buscar en todas partes
terminal-quit = Salir (también: quit, exit, Ctrl-D)
about-terminal = Verbatim { $version }. Tus preguntas no salen de este equipo.
list-choose = Escribe un número o un nombre para limitar la búsqueda a él.
list-in-question = Para limitar una búsqueda a un elemento de la lista, escribe el nombre en la pregunta: speaker:NOMBRE o in:TÍTULO.
list-more = /more muestra más ({ $count ->
    [one] queda 1
   *[other] quedan { $count }
  }).
list-end = No hay nada más que mostrar. /speakers y /interviews muestran las listas.
scope-set = A partir de ahora busco solo aquí: { $name }. /all vuelve a buscar en todas partes.
scope-all = Vuelvo a buscar en todas partes.
scope-gone = Eso ya no está en mis entrevistas. Vuelvo a buscar en todas partes.
settings-now = Idioma: { $language }. Citas por respuesta: { $quotes } como máximo.
settings-how = /settings fr o /settings 2 lo cambia, /settings default lo restablece. Idiomas: { $codes }.
settings-kept = Vale también para tus próximas conversaciones.
settings-unkept = No he podido guardarlo en { $path }: solo vale para esta conversación.
settings-here-only = Solo vale aquí y ahora: los ajustes solo se guardan en una conversación en un terminal.
settings-unknown = «{ $typed }» no es un idioma que yo hable ni un número de citas de 1 a { $most }.
