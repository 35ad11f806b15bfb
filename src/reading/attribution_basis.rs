//! What a turn's speaker and role rest on, for an owner to judge.

use serde::Serialize;

use super::Origin;

/// What a turn's speaker and role rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// What says whose words they are.
    pub speaker: SpeakerBasis,
    /// What says that the speaker asks or answers.
    pub role: RoleBasis,
}

/// What says whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerBasis {
    /// A label before them.
    Label,
    /// The file's own data: the speaker of a segment or of an element.
    Data,
    /// They stand in a heading, as the other questions do.
    Heading,
    /// They are bold, as the other questions are.
    Bold,
    /// They are in italics, as the other questions are.
    Italic,
    /// They end with a question mark, as the other questions do.
    QuestionMark,
    /// They follow a question.
    AfterQuestion,
    /// Each turn begins with a dash, and two people take turns.
    Alternation,
    /// One person speaks.
    OnlySpeaker,
    /// Nothing.
    Nothing,
}

/// What says that a speaker asks or answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", untagged)]
pub enum RoleBasis {
    /// A source of facts: the sidecar, the front matter, the title or the lead.
    Facts(Origin),
    /// Something else.
    Sign(RoleSign),
}

/// What shows a role in the conversation itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleSign {
    /// The label: `Q`, `Interviewer`, `Gast`.
    Label,
    /// The file's own data.
    Data,
    /// What tells questions from answers in this document: see [`SpeakerBasis`].
    Questions,
    /// How the speakers talk: who asks more, speaks less, welcomes.
    Behaviour,
    /// Nothing.
    Nothing,
}

impl Basis {
    /// It in a few words: "label, role from the sidecar".
    #[must_use]
    pub fn in_words(self) -> String {
        let speaker = match self.speaker {
            SpeakerBasis::Label => "label",
            SpeakerBasis::Data => "the file's data",
            SpeakerBasis::Heading => "heading",
            SpeakerBasis::Bold => "bold",
            SpeakerBasis::Italic => "italics",
            SpeakerBasis::QuestionMark => "question mark",
            SpeakerBasis::AfterQuestion => "after a question",
            SpeakerBasis::Alternation => "dash, by alternation",
            SpeakerBasis::OnlySpeaker => "one person speaks",
            SpeakerBasis::Nothing => "nothing says who",
        };
        let role = match self.role {
            RoleBasis::Facts(origin) => format!(", role from {}", origin.noun()),
            RoleBasis::Sign(RoleSign::Label) if self.speaker != SpeakerBasis::Label => {
                ", role by the label".to_owned()
            }
            RoleBasis::Sign(RoleSign::Behaviour) => ", role inferred".to_owned(),
            RoleBasis::Sign(RoleSign::Nothing) if self.speaker != SpeakerBasis::Nothing => {
                ", nothing says the role".to_owned()
            }
            RoleBasis::Sign(_) => String::new(),
        };
        format!("{speaker}{role}")
    }
}
