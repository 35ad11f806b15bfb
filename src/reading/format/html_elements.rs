//! The elements of HTML: which are left out, which are blocks, and which stand within a line.

/// Elements whose words are left out wherever they stand.
pub(super) const SILENT: [&str; 20] = [
    "script",
    "style",
    "noscript",
    "nav",
    "aside",
    "iframe",
    "svg",
    "button",
    "template",
    "select",
    "figure",
    "figcaption",
    "caption",
    "head",
    "textarea",
    "del",
    "s",
    "strike",
    "object",
    "rt",
];
/// Elements that are neither silent nor blocks, by which a tag is told from words in angle brackets.
const INLINE: [&str; 46] = [
    "a", "abbr", "area", "audio", "b", "bdi", "bdo", "big", "br", "cite", "code", "col",
    "colgroup", "data", "dfn", "dt", "em", "embed", "font", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "html", "i", "img", "input", "ins", "kbd", "label", "li", "link", "mark", "meta",
    "picture", "q", "small", "source", "span", "strong", "sub", "sup", "td",
];
const MORE_INLINE: [&str; 11] = [
    "th", "thead", "tfoot", "time", "title", "track", "tt", "u", "var", "video", "wbr",
];
/// Elements that are a line or paragraph of their own.
pub(super) const BLOCKS: [&str; 20] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "dd",
    "address",
    "pre",
    "hr",
    "body",
    "details",
    "summary",
    "tbody",
    "center",
];

/// The name of the tag that a text begins with, in lower case.
pub(super) fn tag_name(text: &str) -> String {
    let name = text.trim_start_matches('<').trim_start_matches('/');
    let end = name.find(|char: char| !char.is_ascii_alphanumeric());
    name[..end.unwrap_or(name.len())].to_ascii_lowercase()
}

/// Whether HTML has an element of this name, in lower case.
pub(super) fn is_element(name: &str) -> bool {
    let lists: [&[&str]; 4] = [&SILENT, &BLOCKS, &INLINE, &MORE_INLINE];
    lists.iter().any(|list| list.contains(&name)) || matches!(name, "table" | "tr" | "rp" | "ruby")
}
