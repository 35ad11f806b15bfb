//! Web archives of Safari (`.webarchive`): the page in a property list, with what it shows. Frames within it are not read.
//!
//! <https://opensource.apple.com/source/WebCore/WebCore-7601.3.8/loader/archive/cf/LegacyWebArchive.cpp.auto.html>

use super::super::size_limits::Limits;
use super::super::xml_tree::Element;
use super::super::{Document, plain_text, xml_events};
use super::property_list::{BINARY, BinaryList, xml_data, xml_entry};
use super::{at_address, page};
use crate::reading::ReadError;

/// The key of the page itself.
const MAIN: &str = "WebMainResource";

/// Whether a file begins as a web archive does: a property list, binary or XML, that names its page.
pub(in crate::reading::format) fn is_web_archive(bytes: &[u8], head: &str) -> bool {
    let named = || {
        bytes
            .windows(MAIN.len())
            .any(|part| part == MAIN.as_bytes())
    };
    bytes.starts_with(BINARY) && named() || head.contains("<plist") && head.contains(MAIN)
}

/// The page of an archive and what is said of it.
#[derive(Default)]
struct Resource {
    data: Vec<u8>,
    kind: String,
    encoding: Option<String>,
    address: String,
}

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let resource = if bytes.starts_with(BINARY) {
        BinaryList::of(bytes).and_then(|list| of_binary(&list))
    } else {
        let text = xml_events::decode(bytes, warnings)?;
        of_xml(&Element::root(&text, "the web archive", limits, warnings)?)
    };
    let Some(resource) = resource else {
        return Err(ReadError::Malformed(
            "the web archive is damaged or cut off: its page is missing; save the page again, as .webarchive or .html"
                .to_owned(),
        ));
    };
    let document = match resource.kind.to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" | "" => page(
            &resource.data,
            resource.encoding.as_deref(),
            limits,
            warnings,
        )?,
        "text/plain" => plain_text::read(&resource.data, warnings)?,
        other => {
            return Err(ReadError::Malformed(format!(
                "the web archive holds `{other}` and no page; save that itself as a file"
            )));
        }
    };
    Ok(at_address(document, &resource.address))
}

fn of_binary(list: &BinaryList<'_>) -> Option<Resource> {
    let main = list.entry(MAIN)?;
    let text = |key: &str| list.text(list.entry_of(main, key)?);
    let data = list.data(list.entry_of(main, "WebResourceData")?)?;
    Some(Resource {
        data: data.to_vec(),
        kind: text("WebResourceMIMEType").unwrap_or_default(),
        encoding: text("WebResourceTextEncodingName"),
        address: text("WebResourceURL").unwrap_or_default(),
    })
}

fn of_xml(root: &Element) -> Option<Resource> {
    let main = xml_entry(root.child("dict")?, MAIN)?;
    let text = |key: &str| xml_entry(main, key).map(Element::text);
    Some(Resource {
        data: xml_data(xml_entry(main, "WebResourceData")?)?,
        kind: text("WebResourceMIMEType").unwrap_or_default(),
        encoding: text("WebResourceTextEncodingName"),
        address: text("WebResourceURL").unwrap_or_default(),
    })
}
