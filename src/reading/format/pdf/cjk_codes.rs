//! Codes of Chinese, Japanese and Korean text in fonts that name a predefined CMap (ISO 32000-1, table 118): what the codes
//! of those are that encode a known character set, UCS-2, UTF-16, Shift JIS, GBK, Big5 and UHC.
//!
//! The tables of Adobe say which glyph a code is; which letter it is, the character set itself says.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};

/// How the codes of a font are letters.
#[derive(Debug, Clone, Copy)]
pub(super) enum CodedLetters {
    Utf16,
    Charset(&'static Encoding),
}

/// How wide a letter of ASCII is in such fonts, in font sizes.
pub(super) const HALF: f64 = 0.5;

impl CodedLetters {
    /// By the name of the encoding.
    pub(super) fn of(name: &str) -> Option<Self> {
        let family = name.strip_suffix("-H")?;
        let charset = match family {
            "90ms-RKSJ" | "90msp-RKSJ" | "90pv-RKSJ" | "83pv-RKSJ" | "Ext-RKSJ" | "Add-RKSJ" => {
                SHIFT_JIS
            }
            "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GB-EUC" | "GBpc-EUC" => GBK,
            "ETen-B5" | "ETenms-B5" | "B5pc" | "HKscs-B5" => BIG5,
            "KSCms-UHC" | "KSCms-UHC-HW" | "KSC-EUC" | "KSCpc-EUC" => EUC_KR,
            _ => {
                let unicode = ["UniJIS", "UniGB", "UniCNS", "UniKS"];
                let is_unicode = unicode.iter().any(|start| family.starts_with(start));
                let coded = family.contains("UCS2") || family.contains("UTF16");
                return (is_unicode && coded).then_some(Self::Utf16);
            }
        };
        Some(Self::Charset(charset))
    }

    /// A CMap with which a font can be read: it only says how long a code is.
    pub(super) fn cmap(self) -> &'static [u8] {
        match self {
            Self::Utf16 => UTF16,
            Self::Charset(charset) if charset == SHIFT_JIS => SHIFT,
            Self::Charset(_) => EUC,
        }
    }

    /// The letters of a code.
    pub(super) fn letters(self, code: u32) -> String {
        let [first, second, third, fourth] = code.to_be_bytes();
        match self {
            Self::Utf16 => {
                let units = [
                    u16::from_be_bytes([first, second]),
                    u16::from_be_bytes([third, fourth]),
                ];
                let units = if units[0] == 0 { &units[1..] } else { &units };
                char::decode_utf16(units.iter().copied())
                    .filter_map(Result::ok)
                    .collect()
            }
            Self::Charset(charset) => {
                let bytes = [third, fourth];
                let bytes = if third == 0 { &bytes[1..] } else { &bytes };
                let (letters, is_broken) = charset.decode_without_bom_handling(bytes);
                if is_broken {
                    String::new()
                } else {
                    letters.into_owned()
                }
            }
        }
    }
}

const UTF16: &[u8] = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Codes def /CMapType 1 def /WMode 0 def
3 begincodespacerange <0000> <d7ff> <d800dc00> <dbffdfff> <e000> <ffff> endcodespacerange
2 begincidrange <0000> <d7ff> 0 <e000> <ffff> 57344 endcidrange endcmap end end";
const SHIFT: &[u8] = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Codes def /CMapType 1 def /WMode 0 def
4 begincodespacerange <00> <80> <8140> <9ffc> <a0> <df> <e040> <fcfc> endcodespacerange
4 begincidrange <00> <80> 0 <8140> <9ffc> 33088 <a0> <df> 160 <e040> <fcfc> 57408 endcidrange endcmap end end";
const EUC: &[u8] = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Codes def /CMapType 1 def /WMode 0 def
2 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange
2 begincidrange <00> <80> 0 <8140> <fefe> 33088 endcidrange endcmap end end";

#[cfg(test)]
mod tests {
    use super::CodedLetters;

    #[test]
    fn a_code_is_the_letter_of_its_character_set() {
        let letters = |name: &str, code: u32| {
            CodedLetters::of(name).map_or_else(String::new, |coded| coded.letters(code))
        };
        assert_eq!(letters("UniJIS-UCS2-H", 0x9418), "鐘");
        assert_eq!(letters("UniJIS-UTF16-H", 0xd840_dc0b), "𠀋");
        assert_eq!(letters("90ms-RKSJ-H", 0x8be0), "金");
        assert_eq!(letters("GBK-EUC-H", 0xd6d3), "钟");
        assert_eq!(letters("ETen-B5-H", 0xc4c1), "鐘");
        assert_eq!(letters("KSCms-UHC-H", 0xc1be), "종");
        assert_eq!(letters("GBK-EUC-H", 0x41), "A");
        assert!(CodedLetters::of("Identity-H").is_none());
        assert!(CodedLetters::of("UniJIS-UCS2-V").is_none());
    }
}
