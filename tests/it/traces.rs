//! What each update took, sent to an OpenTelemetry collector: with the feature `otlp` only.

use crate::fake_telegram::{FakeTelegram, TOKEN};
use crate::harness::Verbatim;

#[cfg(not(feature = "otlp"))]
#[test]
fn a_program_built_without_traces_says_so_where_they_are_asked_for() {
    let collector = "http://127.0.0.1:4318/v1/traces";
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_MONITOR__OTLP", collector);
    let telegram = FakeTelegram::start();
    telegram
        .bot(&verbatim, TOKEN)
        .ends()
        .ends_with_code(2)
        .complains("--features otlp");
}

#[test]
fn the_address_of_a_collector_is_checked() {
    let verbatim = Verbatim::with_the_seeds().set("VERBATIM_MONITOR__OTLP", "localhost:4318");
    let telegram = FakeTelegram::start();
    telegram
        .bot(&verbatim, TOKEN)
        .ends()
        .ends_with_code(2)
        .complains("monitor.otlp");
}

#[cfg(feature = "otlp")]
mod sent {
    use std::net::TcpListener;
    use std::sync::{Arc, Mutex};

    use axum::Router;
    use axum::body::Bytes;
    use axum::routing::post;

    use super::*;

    /// Takes what is sent to it until the end of the test.
    struct Collector {
        url: String,
        taken: Arc<Mutex<Vec<u8>>>,
        _runtime: tokio::runtime::Runtime,
    }

    impl Collector {
        fn start() -> Self {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            listener.set_nonblocking(true).unwrap();
            let url = format!("http://{}/v1/traces", listener.local_addr().unwrap());
            let taken = Arc::new(Mutex::new(Vec::new()));
            let takes = Arc::clone(&taken);
            let take = move |body: Bytes| async move { takes.lock().unwrap().extend(body) };
            let router = Router::new().route("/v1/traces", post(take));
            runtime.spawn(async move {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, router).await.unwrap();
            });
            Self {
                url,
                taken,
                _runtime: runtime,
            }
        }

        /// What came in: names and values stand in it as they are.
        fn text(&self) -> String {
            String::from_utf8_lossy(&self.taken.lock().unwrap()).into_owned()
        }
    }

    #[test]
    fn the_spans_of_an_update_reach_the_collector_and_say_nothing_of_who_asked_what() {
        let collector = Collector::start();
        let verbatim = Verbatim::with_the_seeds().set("VERBATIM_MONITOR__OTLP", &collector.url);
        let mut telegram = FakeTelegram::start();
        let bot = telegram.bot(&verbatim, TOKEN);
        let mut seen = 0;
        telegram.says(4_242_424, "combien de datacentres");
        telegram.waits_for(&mut seen, "sendMessage");
        telegram.waits_until_confirmed();
        bot.stops_on("TERM").ends_with_code(0);
        let text = collector.text();
        for word in [
            "verbatim",
            "update",
            "message",
            "read",
            "send",
            "SendMessage",
        ] {
            assert!(text.contains(word), "{word} is not in {text}");
        }
        for private in [
            "4242424",
            "datacentres",
            "fake-token",
            "GetUpdates",
            "getUpdates",
        ] {
            assert!(!text.contains(private), "{private} is in {text}");
        }
    }

    #[test]
    fn a_collector_that_is_away_costs_no_answer() {
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1/traces", nobody.local_addr().unwrap());
        drop(nobody);
        let verbatim = Verbatim::with_the_seeds().set("VERBATIM_MONITOR__OTLP", &url);
        let mut telegram = FakeTelegram::start();
        let bot = telegram.bot(&verbatim, TOKEN);
        let mut seen = 0;
        telegram.says(7, "combien de datacentres");
        telegram.waits_for(&mut seen, "sendMessage");
        telegram.waits_until_confirmed();
        bot.stops_on("TERM")
            .ends_with_code(0)
            .complains("the collector does not accept spans");
    }
}
