//! Takes the faces of Libertinus Serif that cards use out of the crate that they come in. The crate's other fonts,
//! 9 MiB, would be in the program else: a linker alone does not see that they are never used.

use std::path::PathBuf;
use std::{env, fs, io};

/// The faces that cards are set in: the name in the program, and which of the crate's fonts it is.
const FACES: [(&str, usize); 3] = [("regular", 0), ("italic", 2), ("semibold", 4)];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var_os("OUT_DIR").map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("OUT_DIR is not set: cargo sets it"))?;
    for (name, at) in FACES {
        let face = typst_assets::fonts().nth(at);
        let face =
            face.ok_or_else(|| io::Error::other("typst-assets has other fonts now: see `FACES`"))?;
        fs::write(folder.join(format!("libertinus-serif-{name}.otf")), face)?;
    }
    Ok(())
}
