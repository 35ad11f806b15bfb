//! Where the words stand that an owner withdrew.
//!
//! They are named by the words themselves: what is withdrawn stays so when something else in the file is
//! corrected. White space is compared as one space, as a message shows it.

use crate::interview::Span;
use crate::language::find_words;

/// Every place of every text in each transcript of a file, in reading order; a text that stands in none of them
/// is a warning.
pub(super) fn places<'a>(
    transcripts: impl Iterator<Item = &'a str>,
    texts: &[String],
    warnings: &mut Vec<String>,
) -> Vec<Vec<Span>> {
    let mut found = vec![false; texts.len()];
    let places = transcripts.map(|transcript| {
        let mut places = Vec::new();
        for (text, found) in texts.iter().zip(&mut found) {
            let mut from = 0;
            while let Some(place) = find_words(transcript, text, from) {
                from = place.end;
                places.push(place);
                *found = true;
            }
        }
        places.sort_unstable();
        places
    });
    let places = places.collect();
    for (text, found) in texts.iter().zip(found) {
        if !found {
            let opening: String = text.chars().take(40).collect();
            warnings.push(format!(
                "the sidecar withdraws words that are not in the file: `{opening}`; remove them from the sidecar, or write them as they are in the file"
            ));
        }
    }
    places
}
