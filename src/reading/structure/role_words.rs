//! Role words by language: "Q", "Journalist", "Réponse".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::name_keys::key;
use crate::interview::Role;

/// Who asks: single letters, English, French, German, Spanish and Portuguese, Italian, Dutch, Russian, Greek, Hebrew,
/// Arabic, Chinese, Japanese and Korean.
const ASKERS: [&str; 12] = [
    "q|question|questions|interviewer|the interviewer|host|interview|moderator|presenter|reporter|researcher|int",
    "relance|journaliste|le journaliste|la journaliste|intervieweur|intervieweuse|l'intervieweur|l'intervieweuse|animateur|animatrice|modérateur|modératrice|présentateur|présentatrice|rédaction|la rédaction|enquêteur|enquêtrice|enquêteuse|chercheur|chercheuse",
    "frage|fragen|interviewerin|moderation|moderatorin|journalist|journalistin|redaktion|reporterin",
    "pregunta|preguntas|entrevistador|entrevistadora|periodista|moderadora|pergunta|jornalista|redacción",
    "domanda|intervistatore|intervistatrice|giornalista|conduttore|conduttrice|redazione",
    "vraag|vragensteller|journaliste",
    "вопрос|интервьюер|корреспондент|корр|журналист|журналистка|ведущий|ведущая|редакция",
    "ερώτηση|δημοσιογράφος|συνεντευκτής|ερ",
    "שאלה|מראיין|מראיינת|המראיין|המראיינת|עיתונאי|עיתונאית|ש",
    "سؤال|السؤال|المحاور|المحاورة|المذيع|المذيعة|الصحفي|الصحفية|س",
    "问|問|记者|記者|主持人|采访者|採訪者|访谈者|提问|主持",
    "聞き手|インタビュアー|司会|質問|質問者|インタビュー|질문|기자|진행자|문",
];
/// Who answers, in the same order.
const ANSWERERS: [&str; 11] = [
    "a|r|answer|guest|the guest|interviewee|respondent",
    "rep|réponse|réponses|invité|invitée|l'invité|l'invitée|interviewé|enquêté|enquêtée|répondant|répondante|interviewée",
    "antwort|gast|befragter|befragte|interviewpartner|interviewpartnerin",
    "respuesta|entrevistado|entrevistada|invitado|invitada|resposta",
    "risposta|intervistato|intervistata|ospite",
    "antwoord",
    "ответ|респондент|гость|гостья",
    "απάντηση|καλεσμένος|καλεσμένη|απ",
    "תשובה|מרואיין|מרואיינת|ת",
    "جواب|الجواب|الضيف|الضيفة|ج",
    "答|受访者|受訪者|嘉宾|嘉賓|回答|回答者|답변|답",
];

static WORDS: LazyLock<HashMap<String, Role>> = LazyLock::new(|| {
    let asking = ASKERS.iter().flat_map(|words| words.split('|'));
    let answering = ANSWERERS.iter().flat_map(|words| words.split('|'));
    let asking = asking.map(|word| (key(word), Role::Interviewer));
    asking
        .chain(answering.map(|word| (key(word), Role::Guest)))
        .collect()
});

/// The longest text that is looked up as a word for a role, in bytes.
const LONGEST: usize = 80;

/// The role that a label says, where it is a word for one: `Q`, `Réponse`, `Journaliste`, `Interviewer 2`.
pub(in crate::reading) fn role_word(name: &str) -> Option<Role> {
    // No word for a role is as long as a sentence.
    if name.len() > LONGEST {
        return None;
    }
    let key = key(name);
    WORDS.get(unnumbered(&key)).copied()
}

/// A key without the number at its end.
pub(super) fn unnumbered(key: &str) -> &str {
    let bare = key.trim_end_matches(|char: char| char.is_ascii_digit());
    let bare = bare.trim_end_matches([' ', '_', '-', '#']);
    if bare.is_empty() { key } else { bare }
}
