//! A user in the database: a keyed hash instead of the id.

use sha2::{Digest, Sha256};

/// How many bytes the key has, and the hash that stands for a user.
pub(super) const KEY: usize = 32;
pub(super) const HASH: usize = 32;

/// SHA-256 of the key and the id. That a hash of a secret and a message stands for a keyed function is only wrong where
/// one message can be the beginning of another (it can then be extended); ids have eight bytes, all of them, and for
/// such messages the construction is as good as the compression function: Bellare, Canetti, Krawczyk,
/// "Pseudorandom Functions Revisited: The Cascade Construction and Its Concrete Security", 1996.
///
/// It keeps a user's votes together without saying whose they are: not to somebody who sees a report or rows of the
/// table. Who has the whole file has the key too and can try every id; the file is readable by its owner alone.
pub(super) fn hash(key: &[u8; KEY], id: i64) -> [u8; HASH] {
    let digest = Sha256::new()
        .chain_update(key)
        .chain_update(id.to_be_bytes())
        .finalize();
    digest.into()
}
