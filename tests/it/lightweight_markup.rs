//! Org mode and AsciiDoc.

use crate::transcript::{read, script, try_examine};

const ORG: &str = "#+TITLE: Le fou du quai
#+AUTHOR: Anne Roy
#+DATE: <2022-10-03 lun.>
#+LANGUAGE: fr
#+OPTIONS: toc:nil

:LOGBOOK:
CLOCK: [2022-10-03 lun. 10:00]
:END:
Entretien avec Bruno Rey, passeur.
# à relire

* TODO [#A] La nuit                                              :quai:
:PROPERTIES:
:CUSTOM_ID: nuit
:END:
*Qui rame la nuit
sur ce fleuve ?*

Moi, presque toujours seul[fn:1], avec /deux/ lanternes et le
[[https://example.org/chien][chien]] du port. Il faut =a*b= pour ça.

*Pourquoi la nuit ?*

Les poissons dorment +toujours+.
#+BEGIN_SRC sh
echo rien
#+END_SRC

** Notes                                                   :noexport:
Ne pas citer ceci.

[fn:1] Avec son chien.
";

#[test]
fn org_gives_its_questions_by_their_look_and_its_keywords() {
    let examined = try_examine("fou.org", ORG.as_bytes()).expect("readable");
    assert_eq!(examined.format, "Org");
    let read = &examined.interview;
    assert_eq!(
        script(read),
        [
            "I Anne Roy: Qui rame la nuit/sur ce fleuve ?",
            "G Bruno Rey: Moi, presque toujours seul, avec deux lanternes et le/chien du port. Il faut a*b pour ça.",
            "I Anne Roy: Pourquoi la nuit ?",
            "G Bruno Rey: Les poissons dorment .",
        ]
    );
    assert_eq!(read.metadata.title.as_deref(), Some("Le fou du quai"));
    assert_eq!(
        read.metadata.date.map(|date| date.to_string()).as_deref(),
        Some("2022-10-03")
    );
    for hidden in ["echo", "citer", "chien.", "relire", "CLOCK", "TODO"] {
        assert!(
            !read.transcript.contains(hidden),
            "{hidden}: {}",
            read.transcript
        );
    }
}

#[test]
fn org_with_terms_tables_or_labels_gives_who_says_what() {
    let said = [
        "I Ann Lee: Who rows at night?",
        "G Bo Roy: I do, mostly alone.",
        "I Ann Lee: Why at night?",
        "G Bo Roy: The fish sleep.",
    ];
    let terms = "- Ann Lee :: Who rows at night?\n- Bo Roy :: I do,\n  mostly alone.\n- Ann Lee :: Why at night?\n- Bo Roy :: The fish sleep.\n";
    let labels = "*Ann Lee:* Who rows at night?\n\n*Bo Roy:* I do, mostly alone.\n\n*Ann Lee:* Why at night?\n\n*Bo Roy:* The fish sleep.\n";
    let headings = "* Ann Lee\nWho rows at night?\n* Bo Roy\nI do, mostly alone.\n* Ann Lee\nWhy at night?\n* Bo Roy\nThe fish sleep.\n";
    for body in [terms, labels, headings] {
        let read = read(
            "talk.txt",
            &format!("#+title: Boats\n#+startup: overview\n\n{body}"),
        );
        let lines: Vec<String> = script(&read)
            .iter()
            .map(|line| line.replace('/', " "))
            .collect();
        assert_eq!(lines, said, "{body}");
    }
}

const ASCIIDOC: &str = "= Gespräch mit Bodo Rühr
Anna Lehm <anna@example.org>
v1.0, 2024-05-02: erste Fassung
:lang: de
:toc:
:hafen: Oberlund

// Nicht drucken.
[.lead]
Bodo Rühr ist Fährmann in {hafen}.

image::faehre.jpg[Die Fähre]

.Ein Bild
image::hafen.jpg[]

[qanda]
Wer rudert nachts?::
  Ich rudere, meist allein, mit _zwei_ Laternen.footnote:[Aus Blech.]
  Das Wasser ist still.
Warum **nachts**, und nicht am Tag?::
Die link:https://example.org/fische[Fische^] schlafen dann. +
Und ich auch.

****
Mehr Interviews im Archiv.
****

NOTE: Bitte abonnieren
Sie uns.

----
nicht gelesen
----
";

#[test]
fn asciidoc_gives_a_list_of_questions_and_its_header() {
    for name in ["hafen.adoc", "hafen.txt", "hafen"] {
        let examined = try_examine(name, ASCIIDOC.as_bytes()).expect("readable");
        assert_eq!(examined.format, "AsciiDoc");
        let read = &examined.interview;
        assert_eq!(
            script(read),
            [
                "I Anna Lehm: Wer rudert nachts?",
                "G Bodo Rühr: Ich rudere, meist allein, mit zwei Laternen./Das Wasser ist still.",
                "I Anna Lehm: Warum nachts, und nicht am Tag?",
                "G Bodo Rühr: Die Fische schlafen dann./Und ich auch.",
            ]
        );
        assert_eq!(
            read.metadata.title.as_deref(),
            Some("Gespräch mit Bodo Rühr")
        );
        assert_eq!(
            read.metadata.date.map(|date| date.to_string()).as_deref(),
            Some("2024-05-02")
        );
        for hidden in [
            "Archiv",
            "abonnieren",
            "gelesen",
            "Blech",
            "Nicht drucken",
            "Ein Bild",
        ] {
            assert!(
                !read.transcript.contains(hidden),
                "{hidden}: {}",
                read.transcript
            );
        }
    }
}

#[test]
fn asciidoc_with_bold_questions_sections_or_a_table_gives_who_says_what() {
    let said = [
        "Who rows at night?",
        "I do, mostly alone, on the long water.",
        "Why at night?",
        "The fish sleep then.",
    ];
    let [first, second, third, fourth] = said;
    let bold = format!("*{first}*\n\n{second}\n\n*{third}*\n\n{fourth}\n");
    let sections = format!("== {first}\n\n{second}\n\n== {third}\n\n{fourth}\n");
    let underlined = format!(
        "{first}\n{}\n{second}\n\n{third}\n{}\n{fourth}\n",
        "-".repeat(first.len()),
        "-".repeat(third.len())
    );
    let table = format!("[cols=\"1,1\"]\n|===\n|{first}\n|{second}\n\n|{third} |{fourth}\n|===\n");
    for body in [bold, sections, underlined, table] {
        let read = read(
            "boats.adoc",
            &format!("= Boats\n:author: Ann Lee\n\n{body}"),
        );
        let lines = script(&read);
        let words: Vec<&str> = lines
            .iter()
            .filter_map(|line| Some(line.split_once(": ")?.1))
            .collect();
        assert_eq!(words, said, "{body}");
        let roles: String = lines.iter().map(|line| &line[..1]).collect();
        assert_eq!(roles, "IGIG", "{body}: {lines:?}");
    }
}

#[test]
fn what_only_looks_like_markup_stays_a_text() {
    let text = "Ann: 4 * 3 * 2 = 24, is it not?\n\nBo: It is, a/b/c and all :: that.\n\nAnn: [laughs] And {this}?\n\nBo: That too.\n";
    assert_eq!(
        try_examine("a.txt", text.as_bytes())
            .expect("readable")
            .format,
        "plain text"
    );
    for name in ["a.org", "a.adoc"] {
        let read = read(name, text);
        assert!(
            read.transcript.contains("4 * 3 * 2 = 24") && read.transcript.contains("a/b/c"),
            "{}",
            read.transcript
        );
        assert!(read.transcript.contains("[laughs] And {this}?"));
    }
    for broken in [
        "#+BEGIN_QUOTE\n*open /and never\n[[closed",
        "= T\n\n[cols=\"9*\"]\n|===\n|a\n*b _c `d {e <<f link:g[h",
    ] {
        for name in ["a.org", "a.adoc"] {
            let _ = try_examine(name, broken.as_bytes());
        }
    }
    let error = try_examine("a.org", b"#+TITLE: Only this\n")
        .map(|read| read.interview.transcript)
        .unwrap_err();
    assert!(error.to_string().contains("contains no words"), "{error}");
}
