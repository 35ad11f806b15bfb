//! Detection of an XML format by its root element.

/// A format of XML, known by its root element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) enum Markup {
    Tei,
    Ohms,
    Elan,
    Exmaralda,
    Transcriber,
    Folker,
    AkomaNtoso,
    TheyWorkForYou,
    Ttml,
    NewsMl,
    Nitf,
    Jats,
    /// RSS or Atom, and what WordPress exports.
    Feed,
    /// Any other.
    Other,
}

impl Markup {
    /// The format of a root element, by its name without a prefix; `within` is what follows it.
    pub(in crate::reading::format) fn of_root(name: &str, within: &str) -> Self {
        match name {
            "TEI" | "teiCorpus" | "TEI.2" => Self::Tei,
            "ANNOTATION_DOCUMENT" => Self::Elan,
            "basic-transcription" => Self::Exmaralda,
            "Trans" => Self::Transcriber,
            "folker-transcription" => Self::Folker,
            "akomaNtoso" => Self::AkomaNtoso,
            "publicwhip" => Self::TheyWorkForYou,
            "tt" => Self::Ttml,
            "newsItem" | "newsMessage" | "packageItem" => Self::NewsMl,
            "nitf" => Self::Nitf,
            "article" | "pmc-articleset" | "sub-article"
                if ["<front", "<article-meta", "article-type=", "dtd-version="]
                    .iter()
                    .any(|sign| within.contains(sign)) =>
            {
                Self::Jats
            }
            "rss" | "feed" => Self::Feed,
            "ROOT" | "root" | "record" if within.contains("<record") || within.contains("ohms") => {
                Self::Ohms
            }
            _ => Self::Other,
        }
    }

    /// The format that the start of a text says, where it is XML.
    pub(in crate::reading::format) fn of(head: &str) -> Option<Self> {
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let root = root(head)?;
        let name = root
            .split(|char: char| char.is_whitespace() || matches!(char, '>' | '/'))
            .next()
            .unwrap_or_default();
        let name = name.rsplit_once(':').map_or(name, |(_, local)| local);
        let known = Self::of_root(name, root);
        (known != Self::Other || head.starts_with("<?xml")).then_some(known)
    }

    /// What people call it.
    pub(in crate::reading::format) fn name(self) -> &'static str {
        match self {
            Self::Tei => "TEI",
            Self::Ohms => "OHMS",
            Self::Elan => "ELAN",
            Self::Exmaralda => "EXMARaLDA",
            Self::Transcriber => "Transcriber",
            Self::Folker => "FOLKER",
            Self::AkomaNtoso => "Akoma Ntoso",
            Self::TheyWorkForYou => "TheyWorkForYou",
            Self::Ttml => "TTML",
            Self::NewsMl => "NewsML-G2",
            Self::Nitf => "NITF",
            Self::Jats => "JATS",
            Self::Feed => "feed",
            Self::Other => "XML",
        }
    }
}

/// What follows the `<` of the first element, past declarations and comments.
pub(super) fn root(head: &str) -> Option<&str> {
    let mut rest = head.strip_prefix('<')?;
    loop {
        let end = match rest.chars().next()? {
            '?' => rest.find("?>")? + 2,
            '!' if rest.starts_with("!--") => rest.find("-->")? + 3,
            '!' => {
                let subset = rest
                    .find('[')
                    .filter(|at| rest.find('>').is_none_or(|end| *at < end));
                let from = subset.map_or(Some(0), |_| rest.find(']'))?;
                from + rest[from..].find('>')? + 1
            }
            _ => return Some(rest),
        };
        rest = rest[end..].trim_start().strip_prefix('<')?;
    }
}
