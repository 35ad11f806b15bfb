//! What programs call the fields of their segments.

pub(super) const TEXTS: [&str; 8] = [
    "text",
    "body",
    "transcript",
    "sentence",
    "content",
    "utterance",
    "line",
    "caption",
];
pub(super) const STARTS: [&str; 13] = [
    "start",
    "startTime",
    "start_time",
    "startTimeSeconds",
    "begin",
    "from",
    "timestamp",
    "time",
    "offset",
    "start_timestamp",
    "startTimestamp",
    "time_start",
    "begin_time",
];
pub(super) const ENDS: [&str; 9] = [
    "end",
    "endTime",
    "end_time",
    "endTimeSeconds",
    "to",
    "end_timestamp",
    "endTimestamp",
    "time_end",
    "stop",
];
/// Times that say their unit: milliseconds.
pub(super) const STARTS_MS: [&str; 6] = [
    "start_ms",
    "startMs",
    "tStartMs",
    "start_time_ms",
    "startTimeMs",
    "offset_ms",
];
pub(super) const ENDS_MS: [&str; 4] = ["end_ms", "endMs", "end_time_ms", "endTimeMs"];
pub(super) const SPEAKERS: [&str; 13] = [
    "speaker",
    "speaker_name",
    "speakerName",
    "speaker_label",
    "speakerLabel",
    "speaker_id",
    "speakerId",
    "voice",
    "participant",
    "participantName",
    "participant_name",
    "who",
    "speakerDesignation",
];
/// Keys whose value is the segments.
pub(super) const LISTS: [&str; 16] = [
    "segments",
    "utterances",
    "chunks",
    "transcript",
    "transcription",
    "transcripts",
    "results",
    "monologues",
    "captions",
    "cues",
    "sentences",
    "paragraphs",
    "lines",
    "entries",
    "phrases",
    "speakers",
];
/// Keys that stand beside the text of speech recognition, where it gives nothing but the text.
pub(super) const BESIDE_TEXT: [&str; 12] = [
    "usage",
    "task",
    "duration",
    "language",
    "language_code",
    "words",
    "utterances",
    "segments",
    "confidence",
    "audio_url",
    "model",
    "status",
];
