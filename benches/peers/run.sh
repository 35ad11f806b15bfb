#!/usr/bin/env bash
# Ranks the same questions with Verbatim, bm25s, SQLite FTS5 and tantivy, and prints the tables of docs/benchmarks.md.
#
#   benches/peers/run.sh FOLDER_OF_SETS [SET ...]
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
venv=$target/peers/venv

[ -x "$venv/bin/pip" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$root/benches/peers/requirements.txt"
CARGO_TARGET_DIR=$target cargo build --release --locked --manifest-path "$root/Cargo.toml"

# -B: no compiled files beside the sources.
exec "$venv/bin/python" -B "$root/benches/peers/compare.py" \
    --verbatim "$target/release/verbatim" --runs "$target/peers/runs" "$@"
