//! Initials that are as high as several lines, put before the word that they begin.

use super::line_pieces::Piece;
use super::vocabulary::Vocabulary;

/// From how many times the size of the text on a letter is an initial.
const LARGE: f64 = 1.7;
/// How far from an initial its line begins at most, in sizes of the text.
const NEAR: f64 = 1.5;

/// Puts the initials of a page before their words. `body` is the size of the text.
pub(super) fn join(pieces: &mut Vec<Piece>, body: f64, vocabulary: &Vocabulary) {
    while let Some((at, line)) = find(pieces, body) {
        let initial = pieces[at].words().trim().to_owned();
        let left = pieces[at].left;
        let line = &mut pieces[line];
        line.left = left;
        line.initial = true;
        let Some(run) = line.runs.first_mut() else {
            return;
        };
        let rest = run.words.trim_start();
        let word: String = rest
            .chars()
            .take_while(|char| char.is_alphabetic())
            .collect();
        let apart = run.words.starts_with(' ') || vocabulary.parts(&initial, &word);
        run.words = format!("{initial}{}{rest}", if apart { " " } else { "" });
        pieces.remove(at);
    }
}

/// An initial and the first of the lines beside it.
fn find(pieces: &[Piece], body: f64) -> Option<(usize, usize)> {
    pieces.iter().enumerate().find_map(|(at, piece)| {
        let words = piece.words();
        let letters = words.chars().filter(|char| char.is_alphabetic()).count();
        if piece.size < LARGE * body || letters != 1 || words.trim().chars().count() > 3 {
            return None;
        }
        let beside = pieces.iter().enumerate().filter(|(_, line)| {
            let gap = line.left - piece.right;
            (-0.3 * body..NEAR * body).contains(&gap)
                && line.size < LARGE * body
                && (piece.y - piece.size * 0.95..=piece.y + 0.3 * body).contains(&line.y)
        });
        let first = beside.min_by(|a, b| a.1.y.total_cmp(&b.1.y))?;
        Some((at, first.0))
    })
}
