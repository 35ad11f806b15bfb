//! Detection of the unit of times (seconds or milliseconds) by the speed of speech.

use super::super::speech_segments::Segment;

/// Words in a second of speech, at the least and at the most, over a whole recording.
const SLOWEST: f64 = 0.1;
const FASTEST: f64 = 15.0;
/// Units of time as parts of a second: seconds, milliseconds, microseconds, ticks of 100 nanoseconds.
const UNITS: [f64; 4] = [1.0, 1.0e3, 1.0e6, 1.0e7];
/// The longest recording, in seconds: a week.
const LONGEST: f64 = 604_800.0;

/// A segment whose times stand in a unit that is not known yet.
pub(in crate::reading::format) struct UnitlessSegment {
    pub(in crate::reading::format) segment: Segment,
    pub(in crate::reading::format) start: Option<f64>,
    pub(in crate::reading::format) end: Option<f64>,
}

/// Brings all times to milliseconds; times that no recording can have are dropped, and it is said.
pub(in crate::reading::format) fn settle(
    timed: Vec<UnitlessSegment>,
    warnings: &mut Vec<String>,
) -> Vec<Segment> {
    let unit = unit(&timed);
    if unit.is_none() {
        warnings.push(
            "its times are impossible, so they are left out; export it again with times in seconds"
                .to_owned(),
        );
    }
    let milliseconds = |time: Option<f64>| super::super::time_codes::milliseconds(time? / unit?);
    timed
        .into_iter()
        .map(|timed| Segment {
            start: timed.segment.start.or(milliseconds(timed.start)),
            end: timed.segment.end.or(milliseconds(timed.end)),
            ..timed.segment
        })
        .collect()
}

/// The first unit in which the words are spoken as people speak; seconds where nothing can be told.
fn unit(timed: &[UnitlessSegment]) -> Option<f64> {
    let last = timed
        .iter()
        .filter_map(|timed| timed.end.or(timed.start))
        .fold(0.0, f64::max);
    let (mut words, mut long) = (0.0, 0.0);
    for pair in timed
        .iter()
        .zip(timed.iter().skip(1).map(Some).chain([None]))
    {
        let (this, next) = pair;
        let until = this.end.or(next.and_then(|next| next.start));
        if let (Some(start), Some(end)) = (this.start, until)
            && end > start
        {
            #[allow(clippy::cast_precision_loss, reason = "a count of words")]
            let spoken = this.segment.text.split_whitespace().count() as f64;
            words += spoken;
            long += end - start;
        }
    }
    if long == 0.0 {
        return UNITS.into_iter().find(|unit| last / unit <= LONGEST);
    }
    let fits = |unit: &f64| {
        let rate = words / (long / unit);
        (SLOWEST..=FASTEST).contains(&rate) && last / unit <= LONGEST
    };
    // Words without blanks between them are too few for a rate, a few words with long silences too.
    UNITS.into_iter().find(fits).or_else(|| {
        let slow = words / long > SLOWEST / 50.0 || words < 20.0;
        UNITS[..2]
            .iter()
            .copied()
            .find(|unit| (slow || *unit > 1.0) && last / unit <= LONGEST / 7.0)
    })
}
