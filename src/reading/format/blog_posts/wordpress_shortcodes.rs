//! What WordPress shows of a post's content: shortcodes are no words, blank lines separate paragraphs.

/// Shortcodes whose content is no text of the post.
const SILENT: [&str; 9] = [
    "caption",
    "wp_caption",
    "gallery",
    "embed",
    "audio",
    "video",
    "playlist",
    "code",
    "sourcecode",
];

/// The content as HTML: without shortcodes, its paragraphs marked where nothing marks them.
pub(super) fn rendered(content: &str) -> String {
    let content = without(content);
    let marked = ["<p>", "<p ", "<div", "<li>"];
    if marked.iter().any(|tag| content.contains(tag)) {
        return content;
    }
    let content = content.replace("\r\n", "\n");
    let paragraphs = content.split("\n\n").map(str::trim);
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| format!("<p>{}</p>\n", paragraph.replace('\n', "<br>\n")))
        .collect()
}

fn without(content: &str) -> String {
    let mut kept = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(at) = rest.find('[') {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((name, tag)) = tag(rest) else {
            kept.push('[');
            rest = &rest[1..];
            continue;
        };
        let end = format!("[/{name}]");
        let after = &rest[tag..];
        rest = match after.find(&end).filter(|_| SILENT.contains(&name)) {
            Some(at) => &after[at + end.len()..],
            None => after,
        };
    }
    kept.push_str(rest);
    kept
}

/// The name of the shortcode that a text begins with, and the length of its tag. Brackets around words are none.
fn tag(text: &str) -> Option<(&str, usize)> {
    let inside = text.get(1..text.find(']')?)?;
    let closes = inside.starts_with('/');
    let bare = inside.trim_start_matches('/');
    let end = bare.find(|char: char| !(char.is_ascii_lowercase() || matches!(char, '_' | '-')));
    let name = &bare[..end.unwrap_or(bare.len())];
    let known = closes || SILENT.contains(&name) || inside.contains('=');
    (!name.is_empty() && known && inside.len() < 2_000).then_some((name, inside.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_go_and_brackets_around_words_stay() {
        assert_eq!(
            rendered(
                "One [laughs].\n\n[caption id=\"a\"]<img> The quay[/caption]\n\n[row cols=\"2\"]Two[/row]"
            ),
            "<p>One [laughs].</p>\n<p>Two</p>\n"
        );
    }
}
