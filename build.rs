//! Takes the faces of Libertinus Serif out of the crate that they come in. The crate's other fonts, 8 MiB, would be in
//! the program else: a linker alone does not see that they are never used.

use std::path::PathBuf;
use std::{env, fs, io};

/// The faces of Libertinus Serif. They stand before those of other families in the crate.
const FACES: usize = 6;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var_os("OUT_DIR").map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("OUT_DIR is not set: cargo sets it"))?;
    for (number, face) in typst_assets::fonts().take(FACES).enumerate() {
        fs::write(folder.join(format!("libertinus-serif-{number}.otf")), face)?;
    }
    Ok(())
}
