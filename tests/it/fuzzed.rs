//! Every surface that takes what others wrote, with the seeds of its fuzz target and with bytes by chance.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

#[path = "../fuzz/src/checks.rs"]
#[allow(unreachable_pub, reason = "each is a fuzz target's too")]
mod checks;

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds");
    let files = fs::read_dir(folder.join(name)).unwrap();
    files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn every_seed_of_every_surface_is_taken_or_refused() {
    for (name, check) in checks::ALL {
        let seeds = seeds(name);
        assert!(seeds.len() >= 3, "{name} has too few seeds");
        for seed in seeds {
            check(&seed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_bytes_are_every_surface_takes_or_refuses_them(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..300),
            any::<String>().prop_map(String::into_bytes),
            "([A-Z][a-z]{2,6} ?: |\\? |\n\n|[a-zé]{1,9} |« | »|[0-9]{1,4} ){0,60}".prop_map(String::into_bytes),
        ],
    ) {
        for (_, check) in checks::ALL {
            check(&bytes);
        }
    }
}
