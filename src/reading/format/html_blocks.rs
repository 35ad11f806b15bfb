//! The blocks of a web page: each element that is shown, written as a paragraph, a heading, an item or a run of words.

use dom_query::{Document as Page, NodeRef};

use super::document_builder::DocumentBuilder;
use super::html_elements::{BLOCKS, SILENT};

/// Writes what stands in an element.
pub(super) fn walk(node: &NodeRef<'_>, writer: &mut DocumentBuilder) {
    for child in node.children_it(false) {
        if child.is_text() {
            words(&child.text(), writer);
        } else if let Some(name) = child.node_name() {
            element(&child, &name, writer);
        }
    }
}

fn element(node: &NodeRef<'_>, name: &str, writer: &mut DocumentBuilder) {
    match name {
        name if SILENT.contains(&name) => {}
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            writer.heading(name[1..].parse().unwrap_or(6));
            walk(node, writer);
            writer.close();
        }
        "li" => {
            writer.item("– ".to_owned());
            walk(node, writer);
            writer.end_item();
        }
        "dt" => {
            writer.close();
            writer.strong(true);
            walk(node, writer);
            writer.close();
            writer.strong(false);
        }
        "br" => writer.close(),
        "span" | "font" => {
            let [bold, italic] = styled(node);
            let look = |begins, writer: &mut DocumentBuilder| {
                if bold {
                    writer.strong(begins);
                }
                if italic {
                    writer.emphasis(begins);
                }
            };
            look(true, writer);
            walk(node, writer);
            look(false, writer);
        }
        "strong" | "b" => {
            writer.strong(true);
            walk(node, writer);
            writer.strong(false);
        }
        "em" | "i" => {
            writer.emphasis(true);
            walk(node, writer);
            writer.emphasis(false);
        }
        "table" => {
            writer.table(true);
            walk(node, writer);
            writer.table(false);
        }
        "tr" => {
            writer.row();
            walk(node, writer);
        }
        "td" | "th" => {
            writer.cell();
            walk(node, writer);
            writer.close();
        }
        "cite" | "time" if heads_a_turn(node, name, writer) => {}
        name if BLOCKS.contains(&name) => {
            writer.close();
            walk(node, writer);
            writer.close();
        }
        _ => walk(node, writer),
    }
}

/// Whether an element's own style makes it bold, and italic.
fn styled(node: &NodeRef<'_>) -> [bool; 2] {
    let style = node.attr("style").unwrap_or_default();
    let style = style.to_lowercase().replace(' ', "");
    let bold = ["bold", "600", "700", "800", "900"].map(|weight| format!("font-weight:{weight}"));
    let is = |names: &[String]| names.iter().any(|name| style.contains(name.as_str()));
    [is(&bold), is(&["font-style:italic".to_owned()])]
}

/// Words that are bold or italic by a style of their own, as elements: libraries that find the main text drop styles.
pub(super) fn mark_styled(page: &Page) {
    for node in page.select("span[style], font[style]").nodes() {
        match styled(node) {
            [true, _] => node.rename("b"),
            [false, true] => node.rename("i"),
            [false, false] => {}
        }
    }
}

/// Writes who speaks and the time after it as the heading of a turn: `<cite>Name:</cite> <time>0:04</time>`.
fn heads_a_turn(node: &NodeRef<'_>, name: &str, writer: &mut DocumentBuilder) -> bool {
    let is =
        |other: Option<NodeRef<'_>>, name: &str| other.is_some_and(|other| other.has_name(name));
    if name == "time" {
        return is(node.prev_element_sibling(), "cite");
    }
    let time = node.next_element_sibling();
    let Some(time) = time.filter(|time| time.has_name("time")) else {
        return false;
    };
    writer.close();
    let speaker = node.text();
    writer.write(speaker.trim().trim_end_matches(':').trim_end());
    writer.write("  ");
    writer.write(time.text().trim());
    writer.close();
    true
}

/// Words with the white space that a browser shows.
pub(super) fn words(text: &str, writer: &mut DocumentBuilder) {
    let mut shown = String::with_capacity(text.len());
    let blank = |char: char| matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    for char in text.chars() {
        if !blank(char) {
            shown.push(char);
        } else if !shown.ends_with(' ') {
            shown.push(' ');
        }
    }
    let shown = if writer.is_spaced() {
        shown.trim_start_matches(' ')
    } else {
        &shown
    };
    writer.write(shown);
}
