# Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }

# Answers, in Telegram and in a terminal

guest = the guest
interviewer = the interviewer
asked = Asked:
title = “{ $title }”
read = read the interview
corrected = Read as: { $words }
nothing = No one answers that in the interviews that I have.
within = Asked only: { $collections }.
nearest = Questions that were answered:
coverage = { $interviews ->
    [one] One interview
   *[other] { $interviews } interviews
  }, { $exchanges ->
    [one] one answer
   *[other] { $exchanges } answers
  }
coverage-speakers = with { $names }
coverage-others = { $count ->
    [one] and one other
   *[other] and { $count } others
  }
coverage-year = from { $year }
coverage-years = from { $from } to { $to }

# Telegram

start = I answer questions with what people really said: passages of interviews, word for word, with who said them, when and where.
start-holds = What I hold: { $coverage }.
start-ask = Ask me anything, or try one of these:
start-collections = Collections: { $names }. Put #name into your question to ask only that one.
help = Send me a question in your own words. I look for the answer in the interviews that I hold and quote it: never a word of mine, always with its source.

    ‹ and › leaf through the quotes. If you edit your question, I answer it again.

    In a group, write /ask and your question, reply to one of my messages, or reply /ask to somebody's question.
ask-how = Write your question after the command: /ask What do you think about …? Or reply /ask to the message that asks it.
wait = One moment: I am still on your earlier questions. Ask this one again shortly.
failed = Something went wrong on my side, not on yours. Please ask again in a moment.
gone = This passage is no longer there: its interview was corrected or withdrawn since.
stale = This button is too old or not mine.
command-start = What this is
command-help = How to ask
command-ask = Ask a question

# Terminal

chat-greeting = { $coverage }. Ask a question; Ctrl-D leaves.
chat-try = For example:
