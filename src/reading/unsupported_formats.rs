//! Unsupported file formats, and what to do with such a file.

/// The first bytes of the files that Word and its kin wrote before 2007.
pub(super) const OLE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// What to do with them.
pub(super) const OLD_WORD: &str =
    "open it in Word or LibreOffice and save it as a Word document (.docx)";

/// What to do with a file of this extension, lower case and without its dot.
pub(super) fn unsupported_format_advice(extension: &str) -> Option<&'static str> {
    Some(match extension {
        "doc" | "dot" | "wps" => OLD_WORD,
        "pages" => "open it in Pages and choose File > Export To > Word (.docx)",
        "wpd" | "sxw" | "abw" => "open it in LibreOffice and save it as a Word document (.docx)",
        "msg" => {
            "open it in Outlook and save it as text (.txt), or in another mail program and save it as .eml"
        }
        "mbox" | "pst" => "save each message as a separate .eml file",
        "mobi" | "azw" | "azw3" | "fb2" | "djvu" => {
            "convert it to EPUB (.epub), with Calibre for example"
        }
        "wacz" => {
            "it is a zip archive: unpack it, and put the .warc.gz files of its folder `archive` in the folder"
        }
        "tex" | "ltx" => "convert it to Markdown (.md), with Pandoc for example",
        "ppt" | "pptx" | "key" | "odp" => {
            "save its text as a Word document (.docx) or as text (.txt)"
        }
        "mp3" | "m4a" | "wav" | "ogg" | "flac" | "opus" | "mp4" | "mov" | "mkv" | "webm" => {
            "it is a recording: transcribe it with speaker labels, and put the transcript (.vtt, .srt, .json, .txt) in the \
             folder"
        }
        "jpg" | "jpeg" | "png" | "tif" | "tiff" | "heic" => {
            "it is a picture: run text recognition (OCR) on it, and save the text (.txt)"
        }
        "mx24" | "mx22" | "nvp" | "nvpx" | "qdpx" => {
            "export the transcript from the program as a Word document (.docx) or as text (.txt)"
        }
        _ => return None,
    })
}
