//! A link to a moment of a recording, in the form that its host understands.

use url::Url;

/// How a host wants to be told a moment.
enum TimestampFormat {
    /// In the query: the name of the parameter.
    Query(&'static str),
    /// In the fragment, as `t=` and the unit, if any (Media Fragments URI 1.0, which browsers follow in sound and
    /// film files, knows none).
    Fragment(&'static str),
}

/// A recording's address at `seconds` from its start.
pub(super) fn link_at_timestamp(mut url: Url, seconds: u64) -> String {
    match form(&url) {
        TimestampFormat::Query(name) => {
            let kept: Vec<(String, String)> = url
                .query_pairs()
                .filter(|(key, _)| !TIMES.contains(&&**key))
                .map(|(key, value)| (key.into_owned(), value.into_owned()))
                .collect();
            url.query_pairs_mut()
                .clear()
                .extend_pairs(kept)
                .append_pair(name, &seconds.to_string());
        }
        TimestampFormat::Fragment(unit) => {
            let is_free = url
                .fragment()
                .is_none_or(|fragment| fragment.starts_with("t="));
            // Another fragment is a place that the owner chose.
            if is_free {
                url.set_fragment(Some(&format!("t={seconds}{unit}")));
            }
        }
    }
    url.into()
}

/// Parameters that tell a moment: another one of them would contradict ours.
const TIMES: [&str; 3] = ["t", "start", "time_continue"];

fn form(url: &Url) -> TimestampFormat {
    let host = url.host_str().unwrap_or_default();
    let host = ["www.", "m.", "music."]
        .iter()
        .find_map(|prefix| host.strip_prefix(prefix))
        .unwrap_or(host);
    match host {
        // An embedded player knows `start` only.
        "youtube.com" | "youtube-nocookie.com" if url.path().starts_with("/embed/") => {
            TimestampFormat::Query("start")
        }
        "youtube.com" | "youtu.be" | "open.spotify.com" => TimestampFormat::Query("t"),
        "dailymotion.com" | "dai.ly" => TimestampFormat::Query("start"),
        "vimeo.com" | "player.vimeo.com" => TimestampFormat::Fragment("s"),
        _ => TimestampFormat::Fragment(""),
    }
}
