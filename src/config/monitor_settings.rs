//! The `[monitor]` settings: the address of metrics, the collector of traces.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};
use url::Url;

use super::{ConfigError, address_hint, webhook_settings};

/// Where the bot says how it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monitor {
    /// Where health and metrics are shown; `None` for nowhere.
    pub listen: Option<SocketAddr>,
    /// Where what each update took is sent, by OTLP over HTTP; `None` for nowhere.
    pub otlp: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenMonitor {
    listen: String,
    otlp: String,
}

impl WrittenMonitor {
    pub(super) fn check(self) -> Result<Monitor, ConfigError> {
        let listen = Some(self.listen).filter(|listen| !listen.is_empty());
        let listen = listen.map(|listen| webhook_settings::address("monitor.listen", &listen));
        let is_url =
            |text: &str| Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if !self.otlp.is_empty() && !is_url(&self.otlp) {
            let hint = address_hint(&self.otlp, "http://127.0.0.1:4318/v1/traces");
            return Err(ConfigError::invalid("monitor.otlp", &self.otlp, &hint));
        }
        Ok(Monitor {
            listen: listen.transpose()?,
            otlp: Some(self.otlp).filter(|otlp| !otlp.is_empty()),
        })
    }
}
