#!/usr/bin/env bash
# Builds the Debian package into target/debian. It needs cargo-deb: `cargo install --locked cargo-deb@3.8.0`.
#
# The manual and the completions come from the program itself, the settings from config/verbatim.toml with the folders
# that a service has on Debian.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo build --locked --release --bin verbatim
program=${CARGO_TARGET_DIR:-target}/release/verbatim

made=target/packaging
mkdir -p "$made/completions"
"$program" man "$made/man"
for shell in bash fish zsh; do
    "$program" completions "$shell" >"$made/completions/$shell"
done
"$program" config --defaults | sed \
    -e 's|^corpus = ""$|corpus = "/var/lib/verbatim/interviews"|' \
    -e 's|^index = ""$|index = "/var/lib/verbatim/index"|' \
    -e 's|^database = ""$|database = "/var/lib/verbatim/feedback.sqlite"|' >"$made/verbatim.toml"
if [ "$(grep -c '= "/var/lib/verbatim/' "$made/verbatim.toml")" != 3 ]; then
    echo "config/verbatim.toml has other keys for the corpus, the index or the database than build.sh looks for" >&2
    exit 1
fi

cargo deb --locked --no-build
