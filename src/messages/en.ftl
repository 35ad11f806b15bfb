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
somebody = an unnamed speaker
interviewer = the interviewer
asked = Asked:
title = “{ $title }”
untitled = interview { $name }
at-time = at { $time }
on-page = p. { $page }
read = read the interview
corrected = Results for “{ $words }”.
corrected-in-vain = Also searched for “{ $words }”.
nothing = No one answers that in the interviews I have.
nothing-foreign = The interviews are in { $language ->
    [ar] Arabic
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [fi] Finnish
    [fr] French
    [hu] Hungarian
    [it] Italian
    [nl] Dutch
    [no] Norwegian
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [sv] Swedish
    [ta] Tamil
    [tr] Turkish
   *[other] another language
  }, so a question in English finds no answer. Ask in the language of the interviews.
within = Limited to: { $filters }.
filters-separator = { "; " }
ambiguous = Several people are called { $typed }: { $names }. Write a full name to limit the search to one of them.
period = { $from } to { $to }
period-since = since { $date }
period-until = up to { $date }
topics = The interviews talk about: { $words }.
coverage = { $interviews ->
    [0] No interviews
    [one] One interview
   *[other] { $interviews } interviews
  }, { $exchanges ->
    [0] no answers
    [one] one answer
   *[other] { $exchanges } answers
  }
coverage-speakers = with { $names }
coverage-others = { $count ->
    [one] and one other
   *[other] and { $count } others
  }
coverage-year = { $year }
coverage-years = from { $from } to { $to }

# Telegram

start = I answer questions with what people really said: passages from interviews, word for word, with who said them, when and where.
start-holds = { $coverage }.
start-ask = Ask me anything, or try one of these:
start-collections = Collections: { $names }. Put #name in your question to search only that one.
help = Send me a question in your own words. I look for the answer in the interviews I have and quote it word for word, with its source. I never add a word of my own.

    Use ‹ and › to page through the quotes. If you edit your question, I answer it again.

    In a group, write /ask and your question, reply to one of my messages, or reply to someone’s question with /ask.
ask-how = Write your question after the command: /ask What do you think about …? Or reply with /ask to a message that contains the question.
wait = One moment, please: I am still answering your earlier questions. Please ask this one again shortly.
failed = Something went wrong on my side, not yours. Please ask again in a moment.
gone = This passage is no longer there: its interview has since been corrected or removed.
stale = This button no longer works. Please send your question or command again.
command-start = What this bot does
command-help = How to ask
command-ask = Ask a question

# Terminal

chat-greeting = { $coverage }. Ask a question, or press Ctrl-D to leave.
chat-try = For example:
chat-warned = Warning: something is wrong with files that changed, or with the index. `verbatim index --corpus { $folder }` says what.
chat-index-built-again = The folder of the index was deleted: the index has been built again.
chat-index-in-memory = The folder of the index was deleted and cannot be written again: the index is now kept in memory.
chat-without-token = No Telegram token is set (TELOXIDE_TOKEN), so this is a conversation in the terminal.
chat-no-history = Warning: { $path } is not a history of questions: it is neither read nor changed.
chat-history-unsaved = Warning: the questions could not be added to the history in { $path }.
files-with-problems = warning: { $count } files have problems: `verbatim index` lists them (with `--corpus { $folder }`)
file-with-problem = warning: { $file }: { $kind ->
    [unreadable] it cannot be read
    [not_a_regular_file] it is not a regular file
    [folder_named_as_sidecar] it is a folder with the name of a sidecar file
    [link] it is a symbolic link, and links are not followed
    [name] its name is not UTF-8
    [sidecar_without_interview] it is a sidecar file without an interview, so it is not used
   *[other] something in it is not right
  }; `verbatim check { $folder }` says more
example-copied = warning: the interview that comes with verbatim cannot be written to `{ $path }` ({ $cause }); a temporary copy is used
index-busy = another verbatim is writing the index in `{ $path }`
index-read-only = the index in `{ $path }` cannot be written: { $cause }
index-full = no space left in `{ $path }`: the index needs about { $room }
index-other = the index in `{ $path }` was built from other interviews (`{ $corpus }`) and is not rebuilt: { $cause }
index-used = warning: { $reason }; the index is used as it is
index-in-memory = warning: { $reason }; the index is kept in memory and built again at each start
index-replaced = warning: the index in `{ $path }` held other interviews (`{ $other }`): it was rebuilt from `{ $corpus }`
index-unwritable = note: the index in `{ $path }` cannot be written: the index is used as it is
index-rebuilt = the index was rebuilt from the corpus: { $reason ->
    [damaged] it is damaged
    [unfinished] it was not finished
   *[version] it was made by another version
  }
index-hint-busy = hint: wait for the other verbatim to finish, or give this one its own `--index DIR`
index-hint-read-only = hint: give the user that runs verbatim permission to write to the folder, or name another one: `--index DIR`
index-hint-full = hint: free some space there, or name a folder on another disk: `--index DIR`
index-hint-other = hint: give each folder of interviews an index folder of its own: `--index DIR`
first-start-interviews = Interviews: { $path }
first-start-example = Interviews: { $path } (the one that comes with Verbatim)
first-start-index = Index: { $path }
first-start-settings = Settings: { $path }
first-start-no-settings = Settings: no file yet; to change them, create { $path }
first-start-own-interviews = Your own interviews: verbatim check FOLDER, then verbatim --corpus FOLDER

# Owners in Telegram

owners-only = Only the owners of this bot can change its interviews. Your Telegram ID is { $id }.
too-big = This file is larger than 20 MB, Telegram’s limit for bots. Put it in the folder of interviews on the server, or split it.
unknown = unknown
unnamed = no name
field = { $name }: { $value }
field-title = Title
field-date = Date
field-outlet = Outlet
field-url = Web address
field-name = Name
role-answers = Answers
role-asks = Asks
role-unknown = Speaks, role unknown
draft-counts = { $exchanges ->
    [0] No answers
    [one] One answer
   *[other] { $exchanges } answers
  }, { $passages ->
    [0] no passages
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
button-asks = asks questions
button-answers = answers questions
button-remove = Remove
button-withdraw = Withdraw
button-keep = Keep
prompt = Reply to this message with: { $field }. Write dates as 2020, 2020-04 or 2020-04-17.
added = Added as { $id }. My answers use it from now on.
cancelled = Cancelled. Nothing was added.
remove-how = Write the interview’s name after the command: /remove 2020-04-paulin
remove-sure = Remove “{ $title }” ({ $id }) for good? Its file will be deleted from the folder of interviews.
removed = Removed: { $id }.
rename-how = Write the interview’s name and its new name after the command: /rename 2020-04-paulin 2020-05-paulin
renamed = It is now called { $id }.
withdraw-how = Reply with /withdraw to the quote that must never be shown again.
withdraw-sure = Never show these words again?
withdrawn = Withdrawn: these words will never be shown again.
kept = Nothing was changed.
desk-unreadable = I cannot read this file: { $reason }
desk-no-draft = This file was already added, or adding it was cancelled. Send it again if you need it.
desk-no-interview = I have no interview called { $id }.
desk-one-of-several = This is one of several interviews in { $file }. You can change only the whole file, and only on the server. /withdraw works here too.
desk-taken = There is already an interview called { $id }. Choose another name.
desk-no-date = “{ $text }” is not a date. Write 2020, 2020-04 or 2020-04-17.
desk-no-address = “{ $text }” is not a web address. It must start with https:// or http://.
desk-malformed = The file { $file } next to the interview contains an error. Correct it on the server first.
desk-failed = I could not write to the folder of interviews. The server’s log says why.
desk-full = The server’s disk is full, so I could not write. The server’s log says where, and how much space is needed.
desk-behind = Done, but the index could not be updated: until it is, my answers stay as they were. The server’s log says why.
help-owner = You are an owner of this bot. Send me a file, and I will show you what I found in it before anything is added. /remove NAME deletes an interview, and /rename NAME NEW renames it. Reply with /withdraw to a quote that must never be shown again.

# Votes, privacy and reports

vote-thanks = Thank you, noted.
vote-why = Thank you, noted. You can say why with one of the buttons.
vote-taken-back = Your vote has been removed.
vote-failed = I could not save your vote just now. Please try again later.
vote-off = Votes are no longer stored here.
vote-beside = Does not answer my question
vote-wrong = Wrong speaker or text
vote-other = Something else
privacy = I store the following, none of it with anyone’s name:

    • Your 👍 and 👎, with the quote, the day, the reason if you give one, and a keyed hash of your Telegram ID. The hash makes sure that each person votes only once. The ID itself is not stored.

    • The words of questions that found no answer, with the day. They show the owners of this bot what is missing. Who asked is not stored. Not a word of answered questions is stored.

    • How many questions were asked each day.

    • What was chosen under /settings, with a keyed hash of the chat, until /forget is sent.

    Everything else is deleted after { $days ->
        [one] one day
       *[other] { $days } days
    }. To delete your votes at once, send /forget. Nobody can tell which questions were yours, so they stay until that time is over.
privacy-off = I store nothing: no votes, no questions, no counts. If an answer takes longer than a second, I only save your message until I have answered it. If you voted here earlier, /forget deletes your votes.
forgotten = { $count ->
    [0] I had no votes from you.
    [one] I deleted your vote.
   *[other] I deleted your { $count } votes.
  }
forget-failed = I could not delete your votes just now. Please send /forget again later.
forgotten-group = I deleted the settings of this group.
forget-group-failed = I could not delete the settings of this group just now. Please send /forget again later.
forget-group-admins-only = The settings of this group were kept: only its administrators can delete them.
forget-beside = Nothing was deleted, because “{ $typed }” came after /forget.
forget-alone = Send /forget alone to delete your votes and the settings of this chat.
report-owners-only = Only the owners of this bot can see that, in their private chat with it.
report-failed = The feedback from users cannot be read. The server’s log says why.
report-empty = There is nothing to report: no unanswered questions, no votes against a quote, no questions at all.
report-questions = Questions without an answer
report-question = { $count } × { $text } ({ $day })
report-more = and { $count ->
    [one] one other
   *[other] { $count } others
  }
report-nearest = closest: “{ $words }” – { $speaker }, { $interview }; score { $score }, certainty { $certainty }
report-passages = Quotes that were voted down
report-passage = 👎 { $downs } 👍 { $ups } { $speaker }, { $interview }: { $words }
report-changed = no longer in the interview as it was quoted
report-reason = { $reason }: { $count }
report-usage = Questions per day
report-day = { $day }: { $answered } answered, { $nothing } without an answer
command-privacy = What is stored about you
command-forget = Delete your votes and your settings
command-report = Unanswered questions and quotes that were voted down
description = I answer questions with what people really said: passages from interviews, word for word, with who said them, when and where. I never add a word of my own, and if nobody answers, I say so.
short-description = Answers questions with what people really said in interviews, word for word and with the source.

# Sharing

copied = “{ $words }”
    — { $credit }
button-share = Share
button-copy = Copy
button-link = Link
inline-open = open in the bot
inline-nothing = No one answers that. Open the bot
link-moved = The interview has changed since this link was made. These words are still in it:
link-changed = The interview has changed since this link was made, and the earlier wording was not kept. In its place, it now says:
link-lost = The interview has changed since this link was made, and the earlier wording was not kept. There is nothing left to quote in it.
link-withdrawn = The words behind this link have been withdrawn. They are no longer shown.
link-removed = The interview that this link leads to is no longer here.
link-unknown = This link does not work: it is mistyped or incomplete, or it belongs to another bot.
help-sharing = Under each quote, “Copy” copies its words, and “Link” copies an address that leads back to it.
help-inline = “Share” sends the quote to another chat. You can also write @{ $bot } and a question in any chat, and choose a quote to send there.
button-card = Card
command-card = Turn a quote into a picture
card-how = Reply with /card to one of my quotes, or write a question after the command: /card What do you think about …? Put “portrait” before the question for a vertical picture.
card-glyph = No font on my server has all the characters of this quote, so I cannot turn it into a picture.
help-card = “Card” and /card turn a quote into a picture.

# Going on

button-as-typed = Only “{ $words }”
button-context = Context
button-quote = ‹ Back to the quote
question-gone = The message with the question is gone. Please ask the question again.
help-conversation = Reply to one of my quotes to ask more about it. ✕ removes a name, a date or a source from your question. “Context” shows the whole answer.

# Lists

speakers-title = Speakers ({ $count }), newest interview first
interviews-title = Interviews ({ $count }), newest first
list-answers = { $exchanges ->
    [0] no answers
    [one] one answer
   *[other] { $exchanges } answers
  }
list-ask = Tap a name to limit the search to it.
list-empty = I have no interviews yet.
speakers-empty = No speaker is named in my interviews.
within-how = Reply to this message with your question, and I will search only here:
within-hint = Your question
within-gone = This is no longer in my interviews.
about-newest = The newest interview is from { $date }.
about-outlets = Published by: { $names }.
about-contact = Run by: { $contact }
about-program = Verbatim { $version }. What is stored about you: /privacy
button-another = Another
command-speakers = Who speaks in the interviews
command-interviews = All interviews, newest first
command-random = A random passage
command-about = What this bot contains, and who runs it
list-interviews = { $interviews ->
    [one] one interview
   *[other] { $interviews } interviews
  }

# Settings of a chat

settings = Choose the language I speak in this chat, and the maximum number of quotes per answer. Quotes stay in their original language.
settings-telegram = Same as Telegram
settings-own-name = English
settings-admins-only = Only administrators of this group can change this.
settings-failed = I could not save this setting just now. Please try again later.
settings-unusable = I cannot read or save settings just now, so nothing was changed. Please try again later.
settings-off = This bot stores nothing, so it cannot keep settings either. I use the language of your Telegram app.
command-settings = Language and number of quotes

# Who is answered

slower = Too many questions in a short time. Please wait a moment and ask again.
not-here = I answer only in chats that my owners chose, and this is not one of them.

# Conversation

talk-greeting = Hello! Ask me a question, and I will look for the answer in the interviews.
talk-thanks = You’re welcome. Ask again whenever you like.
talk-farewell = Goodbye!
talk-help = Ask a question in your own words. I answer with passages from the interviews, word for word. /help lists the commands.
talk-smile = 🙂 Ask me a question.
talk-blank = Ask a question in your own words.
unknown-collection = There is no collection called “{ $typed }”.
unknown-speaker = Nobody here is called “{ $typed }”.
unknown-place = There is no collection, outlet or interview called “{ $typed }”.
unknown-date = “{ $typed }” is not a date. Write 2020, 2020-04 or 2019..2021.
unknown-no-collections = There is no collection called “{ $typed }”: there are no collections here.
unknown-empty = There is no value after “{ $typed }”. Write for example speaker:NAME, in:OUTLET or date:2020.
nothing-within = No interview matches all of this: { $filters }.
interviewers-unquoted = Only answers are quoted, not what interviewers say.
no-command = There is no command { $typed }. /help lists all commands.
refused-command = there is no command `{ $typed }`
refused-nearest = did you mean `{ $nearest }`?
refused-help = `/help` lists all commands
list-outside = This list has no number { $number }: it goes from 1 to { $count }.
list-unanswered = This interview has no answers that I could quote, so the search cannot be limited to it.
unknown-nearest = Did you mean: { $names }?
unknown-see-speakers = /speakers lists everybody who speaks.
unknown-see-interviews = /interviews lists all interviews.
beside-command = This command needs nothing after it: “{ $typed }” is ignored.
beside-how = To search for it, write: { $question }
beside-random = Each /random shows one passage: send it again for another one.
beside-list = Choose from the list below.
unknown-command = There is no command { $typed }. Closest: { $nearest }. /help lists all commands.
profile-guest = guest
profile-interviewer = interviewer
profile-unknown = role unknown
nothing-people = Speakers: { $names }.
and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }

# Conversation in the terminal

help-terminal = Ask in your own words. I answer with passages from the interviews, word for word, with their source. If you write only a name, I say who that is.
help-filters = To limit a search, add speaker:NAME, in:OUTLET, date:2020..2021 or #COLLECTION to your question. Put "exact words" in quotation marks.
terminal-about = What the interviews contain, and whom to contact
terminal-more = Show more of a list
terminal-all = Search everywhere again
terminal-quit = Leave (also: quit, exit, Ctrl-D)
about-terminal = Verbatim { $version }. Your questions stay on this machine.
list-choose = Type a number or a name to limit the search to it.
list-in-question = To limit a search to one of them, write the name into the question: speaker:NAME or in:TITLE.
list-more = /more shows more ({ $count } left).
list-end = There is nothing more to show. /speakers and /interviews list what there is.
scope-set = From now on I search only here: { $name }. /all searches everywhere again.
scope-all = I search everywhere again.
scope-gone = This is no longer in my interviews. I search everywhere again.
settings-now = Language: { $language }. Quotes per answer: { $quotes } at most.
settings-how = /settings fr or /settings 2 changes this, /settings default resets it. Languages: { $codes }.
settings-kept = This will also apply to your next conversations.
settings-unkept = I could not save this in { $path }, so it applies only to this conversation.
settings-here-only = This applies only here and now: only a conversation at a terminal saves settings.
settings-unknown = “{ $typed }” is neither a language that I speak nor a number of quotes from 1 to { $most }.
