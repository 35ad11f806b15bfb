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
somebody = a speaker who is not named
interviewer = the interviewer
asked = Asked:
title = “{ $title }”
at-time = at { $time }
on-page = p. { $page }
read = read the interview
corrected = Results for “{ $words }”.
corrected-in-vain = Looked for “{ $words }” too.
nothing = No one answers that in the interviews that I have.
within = Asked only: { $filters }.
ambiguous = Several people are called { $typed }: { $names }. Write the whole name to ask one of them.
period = { $from } to { $to }
period-since = since { $date }
period-until = up to { $date }
topics = They speak of { $words }.
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

# Owners in Telegram

owners-only = Only this bot's owners can change what it holds. Your Telegram id is { $id }.
too-big = This file is larger than 20 MB, and Telegram lets bots fetch no larger ones. Put it into the corpus folder on the server, or split it.
unknown = not known
field = { $name }: { $value }
field-title = Title
field-date = Date
field-outlet = Outlet
field-url = Address
field-name = Name
role-answers = Answers
role-asks = Asks
role-unknown = Speaks, role not known
draft-counts = { $exchanges ->
    [one] One answer
   *[other] { $exchanges } answers
  }, { $passages ->
    [one] one passage
   *[other] { $passages } passages
  }
draft-warnings = { $count ->
    [one] and one more warning
   *[other] and { $count } more warnings
  }
button-add = Add
button-change = Change
button-cancel = Cancel
button-back = ‹ Back
button-name = Name: { $name }
button-asks = asks, not answers
button-answers = answers
button-remove = Remove
button-withdraw = Withdraw
button-keep = Keep
prompt = Reply to this message with: { $field }. Dates as 2020, 2020-04 or 2020-04-17.
added = Added as { $id }. I answer from it now.
cancelled = Thrown away; nothing was added.
remove-how = Write the interview's name after the command: /remove 2020-04-paulin
remove-sure = Remove “{ $title }” ({ $id }) for good? Its file is deleted from the corpus folder.
removed = Removed: { $id }.
rename-how = Write the name and the new one: /rename 2020-04-paulin 2020-05-paulin
renamed = It is called { $id } now.
withdraw-how = Reply /withdraw to the quote that is never to be shown again.
withdraw-sure = Never show these words again?
withdrawn = Withdrawn: these words are never shown again.
kept = Nothing was changed.
desk-unreadable = I cannot read this file: { $reason }
desk-no-draft = This file was added or thrown away since. Send it again if you need it.
desk-no-interview = I hold no interview { $id }.
desk-one-of-several = It is one of several interviews in { $file }: only that whole file can be changed, by whoever keeps the corpus folder. /withdraw works.
desk-taken = There is an interview { $id } already. Choose another name.
desk-no-date = “{ $text }” is not a date. Write 2020, 2020-04 or 2020-04-17.
desk-no-address = “{ $text }” is not an address. It begins with https:// or http://.
desk-malformed = The file { $file } beside the interview is malformed. Put it right on the server first.
desk-failed = I could not write to the corpus folder. The server's log says why.
desk-full = The server's disk is full: I could not write. The server's log says where, and how much space is needed.
help-owner = You are an owner: send me a file and I show you what I read in it before anything is added. /remove and /rename take an interview's name; reply /withdraw to a quote that is never to be shown again.

# What users leave behind

vote-thanks = Thank you, noted.
vote-why = Thank you, noted. If you like, say why with one of the buttons.
vote-taken-back = Your vote is taken back.
vote-failed = I could not note that just now. Please try again later.
vote-off = No votes are kept here any more.
vote-beside = Not about my question
vote-wrong = Wrong speaker or text
vote-other = Something else
privacy = I keep four things, and nobody’s name with any of them:

    • Your 👍 and 👎, with the quote, the day, the reason if you give one, and a code made from your Telegram id. The code lets one person vote once; the id itself is not written down.

    • The words of questions that found nothing, with the day: they tell this bot’s owners what is missing. Nothing says who asked them. Of questions that were answered I write no word down.

    • How many questions there were each day.

    • What was chosen under /settings, with such a code of the chat, until /forget.

    All else is deleted after { $days ->
        [one] one day
       *[other] { $days } days
    }. To have your votes deleted at once, send /forget. Nobody can tell which questions were yours; they go when their time is over.
privacy-off = I write nothing down: no votes, no questions, no counts. If you voted here earlier, /forget deletes your votes.
forgotten = { $count ->
    [0] I had no votes of yours.
    [one] I deleted your vote.
   *[other] I deleted your { $count } votes.
  }
forget-failed = I could not delete your votes just now. Please send /forget again later.
report-owners-only = Only this bot’s owners can see that, in their private chat with it.
report-failed = What users left behind cannot be read. The server’s log says why.
report-empty = There is nothing to report: no question without an answer, no vote against a quote, no question at all.
report-questions = Questions that found nothing
report-question = { $count } × { $text } ({ $day })
report-more = and { $count ->
    [one] one other
   *[other] { $count } others
  }
report-nearest = nearest: “{ $words }” – { $speaker }, { $interview }; score { $score }, certainty { $certainty }
report-passages = Quotes with votes against them
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = no longer there as it was quoted
report-reason = { $reason }: { $count }
report-usage = Questions by day
report-day = { $day }: { $answered } answered, { $nothing } without an answer
command-privacy = What is kept about you
command-forget = Delete your votes
command-report = What users ask in vain and vote against
description = I answer questions with what people really said: passages of interviews, word for word, with who said them, when and where. Never a word of mine; and where nobody answers, I say so.
short-description = Answers questions with what people really said in interviews, word for word and with the source.

# Sharing

copied = “{ $words }”
    — { $credit }
button-share = Share
button-copy = Copy
button-link = Link
inline-open = read it in the bot
inline-nothing = Nobody answers that. Open the bot
link-moved = The interview was changed since this link was made. It still holds these words:
link-changed = The interview was changed since this link was made, and the earlier wording is not kept. At this place it says now:
link-lost = The interview was changed since this link was made, and the earlier wording is not kept. Nothing of it can be quoted now.
link-withdrawn = The words that this link leads to were withdrawn. They are not shown any more.
link-removed = The interview that this link leads to is no longer here.
link-unknown = This link leads nowhere: it was mistyped or cut off, or it is another bot’s.
help-sharing = Under each quote, Copy takes its words and Link an address that always leads back to it.
help-inline = Share offers the quote in another chat. Or write @{ $bot } and a question in any chat, and choose a quote to send there.
button-card = Card
command-card = Draw a quote as a picture
card-how = Reply /card to one of my quotes, or write a question after it: /card What do you think about …? With “portrait” before the question, the picture is higher than wide.
card-glyph = No font on my server has every character of this quote, so there is no picture of it.
help-card = Card and /card draw a quote as a picture.

# Going on

button-as-typed = Only “{ $words }”
button-context = Context
button-quote = ‹ Back to the quote
question-gone = The question that this answers is no longer there. Please ask it again.
help-conversation = Reply to one of my quotes to ask on within it. ✕ takes a name, a date or a place out of your question; Context shows the whole answer.

# Lists

speakers-title = Who answers ({ $count }), the newest interview first
interviews-title = Interviews ({ $count }), the newest first
list-answers = { $exchanges ->
    [one] one answer
   *[other] { $exchanges } answers
  }
list-ask = Press a name to ask only there.
list-empty = I hold no interview yet.
within-how = Reply to this message with your question, and I look only here:
within-hint = Your question
within-gone = This is no longer among the interviews.
about-newest = The newest is from { $date }.
about-outlets = Published by: { $names }.
about-contact = By: { $contact }
about-program = Verbatim { $version }. What is kept about you: /privacy
button-another = Another
command-speakers = Who answers in the interviews
command-interviews = All interviews, the newest first
command-random = A passage by chance
command-about = What this bot holds, and whose it is
list-interviews = { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
  }

# Settings of a chat

settings = In which language I speak here, and how many quotes an answer has at most. Quotes stay in the language that they were said in.
settings-telegram = As Telegram is set
settings-own-name = English
settings-admins-only = Only administrators of this group can change that.
settings-failed = I could not keep that just now. Please try again later.
settings-off = This bot keeps nothing, so it cannot keep settings either. I speak as your Telegram does.
command-settings = Language and number of quotes

# Who is answered

slower = You ask faster than I may answer. Please wait a moment and ask again.
not-here = I answer only in the chats that my owners chose, and this is none of them.
