//! XML as a tree, for formats in which an element is understood by what stands elsewhere.

use super::size_limits::Limits;
use super::xml_events::{self, Node};
use crate::files;
use crate::reading::ReadError;

/// An element, names without their prefix.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Child>,
}

#[derive(Debug)]
pub(super) enum Child {
    Element(Element),
    Text(String),
}

impl Element {
    /// The root of a document, which `what` names in errors.
    pub(super) fn root(
        xml: &str,
        what: &str,
        limits: &Limits,
        warnings: &mut Vec<String>,
    ) -> Result<Self, ReadError> {
        if xml.len() > limits.tree {
            return Err(ReadError::Malformed(format!(
                "{what} has {}, more than the {} that are read; split it",
                files::size(xml.len() as u64),
                files::size(limits.tree as u64)
            )));
        }
        let most = limits.nodes;
        let mut open = vec![Self::default()];
        let mut nodes = 0;
        xml_events::walk_all(xml, what, limits, warnings, |node| {
            nodes += 1;
            if nodes > most {
                return;
            }
            match node {
                Node::Open(tag) => open.push(Self {
                    name: tag.name().to_owned(),
                    attributes: tag.attributes(),
                    children: Vec::new(),
                }),
                Node::Close(_) => close(&mut open),
                Node::Text(text) => {
                    if let Some(element) = open.last_mut() {
                        element.text_child(text);
                    }
                }
            }
        })?;
        if nodes > most {
            return Err(ReadError::Malformed(format!(
                "{what} has more than {most} elements; split the file"
            )));
        }
        while open.len() > 1 {
            close(&mut open);
        }
        let mut top = open.pop().unwrap_or_default().children.into_iter();
        top.find_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
        .ok_or_else(|| {
            ReadError::Malformed(format!("{what} contains no element; save the file again"))
        })
    }

    fn text_child(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(Child::Text(before)) => before.push_str(text),
            _ => self.children.push(Child::Text(text.to_owned())),
        }
    }

    /// An attribute by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements directly inside.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> + Clone {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element directly inside that has this name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Every element of this name at any depth, in order, this one not among them.
    pub(super) fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        let mut open: Vec<&Self> = self.elements().collect();
        open.reverse();
        while let Some(element) = open.pop() {
            if element.name == name {
                found.push(element);
            }
            let from = open.len();
            open.extend(element.elements());
            open[from..].reverse();
        }
        found
    }

    /// The first element of this name at any depth.
    pub(super) fn first(&self, name: &str) -> Option<&Self> {
        self.all(name).into_iter().next()
    }

    /// The text at any depth, white space as one blank.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text, &|_| true);
        flat(&text)
    }

    /// The text at any depth with its white space as it is.
    pub(super) fn words(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text, &|_| true);
        text
    }

    /// The text at any depth, outside the elements that `keeps` refuses.
    pub(super) fn text_without(&self, keeps: &dyn Fn(&Self) -> bool) -> String {
        let mut text = String::new();
        self.collect(&mut text, keeps);
        flat(&text)
    }

    fn collect(&self, text: &mut String, keeps: &dyn Fn(&Self) -> bool) {
        for child in &self.children {
            match child {
                Child::Text(words) => text.push_str(words),
                Child::Element(element) if keeps(element) => element.collect(text, keeps),
                Child::Element(_) => text.push(' '),
            }
        }
    }
}

/// A text with each run of white space as one blank.
pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(Child::Element(element));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a tree that stands here")]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_up_to_its_limit_of_nodes_and_refused_above_it() {
        let xml = "<a><b>x</b><c/></a>";
        let of = |nodes: usize| Limits {
            nodes,
            ..Limits::default()
        };
        assert_eq!(
            Element::root(xml, "it", &of(7), &mut Vec::new())
                .unwrap()
                .text(),
            "x"
        );
        let error = Element::root(xml, "it", &of(6), &mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("more than 6"), "{error}");
        let of = |tree: usize| Limits {
            tree,
            ..Limits::default()
        };
        assert!(Element::root(xml, "it", &of(xml.len()), &mut Vec::new()).is_ok());
        let error = Element::root(xml, "it", &of(xml.len() - 1), &mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("split it"), "{error}");
    }
}
