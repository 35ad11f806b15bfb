//! Web pages, and what sites export and crawlers keep.

use super::dialogues::{
    BEES, CLOCK, Dialogue, FERRY, GLASS, LIGHTS, MILL, ORGAN, SALT, SKATES, Voice,
};
use super::{LabelledFile, Names, each, file};

/// A page of a newsroom around an article.
fn page(d: &Dialogue, article: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{title} | The Lantern</title>\
         <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"The Lantern\">\
         <meta name=\"author\" content=\"{author}\"><meta property=\"article:published_time\" content=\"2023-05-04T06:00:00Z\">\
         <script>var a = \"<p>no</p>\";</script></head><body><nav><ul><li>Home</li><li>World</li></ul></nav>\
         <main><article><h1>{title}</h1><p class=\"standfirst\">{lead}</p>\
         <figure><img src=\"a.jpg\"><figcaption>A picture of the place, taken in the spring.</figcaption></figure>{article}\
         <aside class=\"related\"><h3>More</h3><p>Why do the other ones never answer?</p></aside></article></main>\
         <div class=\"newsletter-signup\"><p>Do you want our letter every week?</p></div>\
         <footer><p>All rights reserved by The Lantern.</p></footer></body></html>",
        language = d.language,
        title = d.title,
        author = d.asker,
        lead = d.lead,
    )
}

fn questions(d: &Dialogue, open: &'static str, close: &'static str) -> String {
    each(d, |_, voice, words| match voice {
        Voice::Asks => format!("{open}{words}{close}\n"),
        Voice::Answers => format!("<p>{words}</p>\n"),
    })
}

pub(super) fn all() -> Vec<LabelledFile> {
    let mut files = pages();
    files.extend(exports());
    files
}

fn pages() -> Vec<LabelledFile> {
    let labels = |d: &Dialogue| {
        each(d, |_, voice, words| {
            format!("<p><strong>{}:</strong> {words}</p>", d.name(voice))
        })
    };
    let terms = |d: &Dialogue| {
        let pairs = d.exchanges.iter();
        let pairs = pairs.map(|(asked, said)| format!("<dt>{asked}</dt><dd>{said}</dd>"));
        format!("<dl>{}</dl>", pairs.collect::<String>())
    };
    let breaks = |d: &Dialogue| {
        let pairs = d.exchanges.iter();
        let pairs = pairs.map(|(asked, said)| format!("<p><b>{asked}</b><br>{said}</p>"));
        pairs.collect::<String>()
    };
    let classes = |d: &Dialogue| {
        each(d, |_, voice, words| {
            let class = if voice == Voice::Asks { "q" } else { "a" };
            format!(
                "<div class=\"{class}\"><span style=\"font-weight:{}\">{words}</span></div>",
                if voice == Voice::Asks { 700 } else { 400 }
            )
        })
    };
    let table = |d: &Dialogue| {
        let rows = d.exchanges.iter();
        let rows =
            rows.map(|(asked, said)| format!("<tr><td>{asked}</td></tr><tr><td>{said}</td></tr>"));
        format!("<table>{}</table>", rows.collect::<String>())
    };
    let both = |form: &str, d: &'static Dialogue, article: String| {
        file(form, "page.html", d, Names::Both, page(d, &article))
    };
    vec![
        both(
            "page with bold questions",
            &BEES,
            questions(&BEES, "<p><strong>", "</strong></p>"),
        ),
        both(
            "page with bold questions",
            &SALT,
            questions(&SALT, "<p><b>", "</b></p>"),
        ),
        both(
            "page with headings",
            &LIGHTS,
            questions(&LIGHTS, "<h3>", "</h3>"),
        ),
        both(
            "page with italic questions",
            &MILL,
            questions(&MILL, "<p><em>", "</em></p>"),
        ),
        both("page with labels", &SKATES, labels(&SKATES)),
        both("page with labels", &GLASS, labels(&GLASS)),
        both("page with a list of terms", &ORGAN, terms(&ORGAN)),
        both("page with line breaks", &BEES, breaks(&BEES)),
        both("page with styles", &FERRY, classes(&FERRY)),
        both("page with a table", &LIGHTS, table(&LIGHTS)),
        both(
            "page with quoted questions",
            &MILL,
            questions(&MILL, "<blockquote><p>", "</p></blockquote>"),
        ),
    ]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn exports() -> Vec<LabelledFile> {
    let body = questions(&SALT, "<p><strong>", "</strong></p>");
    let item = |status: &str, title: &str, content: &str| {
        format!(
            "<item><title>{title}</title><link>https://site.example/salt</link><pubDate>Thu, 04 May 2023 06:00:00 +0000</pubDate>\
             <dc:creator>admin</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>7</wp:post_id>\
             <wp:status>{status}</wp:status><wp:post_type>post</wp:post_type></item>"
        )
    };
    let wxr = format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\" xmlns:wp=\"w\"><channel><title>Costa</title>{}{}</channel></rss>",
        item("publish", SALT.title, &body),
        item("draft", "Otra", "<p>No se publica.</p>")
    );
    let ghost = serde_json::json!({"db": [{"data": {"posts": [{
        "title": BEES.title, "slug": "bees", "status": "published", "visibility": "public",
        "html": questions(&BEES, "<h2>", "</h2>"), "published_at": "2023-05-04T06:00:00.000Z"}]}}]});
    let nitf = format!(
        "<nitf><head><docdata><date.release norm=\"20230504\"/></docdata></head><body><body.head><hedline><hl1>{}</hl1></hedline>\
         <byline>Par {}</byline></body.head><body.content>{}</body.content></body></nitf>",
        MILL.title,
        MILL.asker,
        questions(&MILL, "<p><em class=\"bold\">", "</em></p>")
    );
    let ninjs = serde_json::json!({"uri": "urn:x:bells", "headline": ORGAN.title, "byline": ORGAN.asker, "language": "it",
        "body_xhtml": questions(&ORGAN, "<p><strong>", "</strong></p>")});
    let jats = format!(
        "<article article-type=\"interview\"><front><article-meta><title-group><article-title>{}</article-title></title-group></article-meta></front>\
         <body>{}</body></article>",
        BEES.title,
        each(&BEES, |_, voice, words| format!(
            "<speech><speaker>{}</speaker><p>{words}</p></speech>",
            BEES.name(voice)
        ))
    );
    let html = page(&LIGHTS, &questions(&LIGHTS, "<p><strong>", "</strong></p>"));
    let response =
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}");
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/laternen\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n{response}\r\n\r\n",
        response.len()
    );
    let org = format!(
        "#+TITLE: {}\n#+AUTHOR: {}\n\n{}\n\n",
        CLOCK.title, CLOCK.asker, CLOCK.lead
    ) + &each(&CLOCK, |_, voice, words| match voice {
        Voice::Asks => format!("*{words}*\n\n"),
        Voice::Answers => format!("{words}\n\n"),
    });
    let adoc = format!(
        "= {}\n{}\n:lang: de\n\n{}\n\n[qanda]\n",
        LIGHTS.title, LIGHTS.asker, LIGHTS.lead
    ) + &each(&LIGHTS, |_, voice, words| match voice {
        Voice::Asks => format!("{words}::\n"),
        Voice::Answers => format!("{words}\n"),
    });
    let rss = format!(
        "<rss version=\"2.0\"><channel><title>Costa</title><item><title>{}</title><link>https://site.example/x</link>\
         <description>{}</description></item></channel></rss>",
        FERRY.title,
        escaped(&format!(
            "{}{}",
            "<p> </p>".repeat(120),
            questions(&FERRY, "<p><strong>", "</strong></p>")
        ))
    );
    vec![
        file("WordPress export", "site.xml", &SALT, Names::Guest, wxr),
        file(
            "Ghost export",
            "site.json",
            &BEES,
            Names::Guest,
            ghost.to_string(),
        ),
        file(
            "feed with full texts",
            "feed.rss",
            &FERRY,
            Names::Guest,
            rss,
        ),
        file("NITF", "a.xml", &MILL, Names::Both, nitf),
        file("ninjs", "a.json", &ORGAN, Names::Both, ninjs.to_string()),
        file("JATS with speakers", "a.xml", &BEES, Names::Both, jats),
        file("WARC", "a.warc", &LIGHTS, Names::Both, warc),
        file("Org", "a.org", &CLOCK, Names::Asker, org),
        file("AsciiDoc", "a.adoc", &LIGHTS, Names::Both, adoc),
    ]
}
