//! Trimming: text that an owner cuts off is taken out of the blocks and turns of a document; its words stay in the transcript.

use serde_json::Value;

use super::document::{Block, Document};
use super::metadata_faults::shown;
use super::noise_lines::NoiseKind;
use super::structure::label_candidates;
use super::trim_settings::Cuts;
use crate::interview::Span;
use crate::language::find_words;

/// Less than one part in so many of a text is hardly what an owner means to keep.
const LEAST_KEPT: usize = 10;

/// Takes what is cut off out of the blocks and the told turns of each document, and gives what was taken, document by
/// document; where a sidecar says nothing, front matter counts. Words that stand in none of the documents, and an end
/// before the beginning, are a warning and cut nothing off.
pub(super) fn cut_off(
    sidecar: &Cuts,
    documents: &mut [Document],
    warnings: &mut Vec<String>,
) -> Vec<Vec<(Span, NoiseKind)>> {
    let mut found = Cuts::default();
    let mut all = Vec::with_capacity(documents.len());
    for document in &mut *documents {
        let own = &document.facts.cuts;
        let before = sidecar.before.as_ref().or(own.before.as_ref());
        let after = sidecar.after.as_ref().or(own.after.as_ref());
        let from = before.and_then(|words| {
            let place = find_words(&document.text, words, content_start(document))?;
            Some(with_label(document, place.start))
        });
        let to = after.and_then(|words| last_place(document, words));
        found.before = found.before.or_else(|| from.and(before.cloned()));
        found.after = found.after.or_else(|| to.and(after.cloned()));
        let kept = Span::new(from.unwrap_or_default(), to.unwrap_or(document.text.len()));
        if !kept.is_empty() && kept.len() * LEAST_KEPT < document.text.len() {
            warnings.push(format!(
                "`cut_before` and `cut_after` leave {} of {} characters; check their words",
                document.text[kept.start..kept.end].chars().count(),
                document.text.chars().count()
            ));
        }
        if kept.is_empty() {
            warnings.push(
                "the words of `cut_after` stand before those of `cut_before`: nothing is cut off; correct one of them"
                    .to_owned(),
            );
            all.push(Vec::new());
            continue;
        }
        all.push(cut(document, kept));
    }
    let own = documents.iter().map(|document| &document.facts.cuts);
    let said: Vec<&Cuts> = std::iter::once(sidecar).chain(own).collect();
    for (key, words, found) in [
        (
            "cut_before",
            said.iter().find_map(|cuts| cuts.before.as_ref()),
            &found.before,
        ),
        (
            "cut_after",
            said.iter().find_map(|cuts| cuts.after.as_ref()),
            &found.after,
        ),
    ] {
        if let (Some(words), None) = (words, found) {
            warnings.push(format!(
                "the words of `{key}` are not in the file: `{}`; nothing is cut off there: write them as they are in \
                 the file",
                shown(&Value::String(words.clone()))
            ));
        }
    }
    all
}

/// Where the text begins after front matter.
fn content_start(document: &Document) -> usize {
    document.blocks.first().map_or(0, |block| block.span.start)
}

/// Where the block begins in which words stand at byte `at`, if there is nothing but a label before them, else `at`.
fn with_label(document: &Document, at: usize) -> usize {
    let mut blocks = document.blocks.iter();
    let block = blocks.find(|block| block.span.start <= at && at < block.span.end);
    let Some(block) = block else { return at };
    let bold = block.bold_until.map(|until| until - block.span.start);
    let label = label_candidates::candidate(document.words(block), bold);
    let start = block.span.start;
    match label {
        Some(label) if start + label.words == at => start,
        _ => at,
    }
}

fn last_place(document: &Document, words: &str) -> Option<usize> {
    let mut from = content_start(document);
    let mut end = None;
    while let Some(place) = find_words(&document.text, words, from) {
        from = place.end;
        end = Some(place.end);
    }
    end
}

/// Keeps what stands in `kept`; gives what does not.
fn cut(document: &mut Document, kept: Span) -> Vec<(Span, NoiseKind)> {
    let text = &document.text;
    let inside = |span: Span| {
        let clamped = |at: usize| at.clamp(kept.start, kept.end);
        Span::new(clamped(span.start), clamped(span.end)).trimmed(text)
    };
    let mut dropped = Vec::new();
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for block in std::mem::take(&mut document.blocks) {
        let whole = block.span;
        let before = Span::new(whole.start, whole.end.min(kept.start));
        let after = Span::new(whole.start.max(kept.end), whole.end);
        for span in [before, after].map(|span| span.trimmed(text)) {
            dropped.extend(Some((span, NoiseKind::CutOff)).filter(|_| !span.is_empty()));
        }
        let span = inside(whole);
        let bold_until = block
            .bold_until
            .filter(|until| span.start == whole.start && *until <= span.end);
        if !span.is_empty() {
            blocks.push(Block {
                span,
                bold_until,
                ..block
            });
        }
    }
    document.blocks = blocks;
    for said in &mut document.said {
        said.span = inside(said.span);
    }
    document.said.retain(|said| !said.span.is_empty());
    dropped
}
