//! Which of two passages comes first: small corpora in which one reason decides.

use crate::harness::Verbatim;

/// The first quote's words among some answers, each the only one of an interview of its own.
#[track_caller]
fn first(question: &str, answers: &[&str]) -> String {
    let files: Vec<(String, String)> = answers
        .iter()
        .enumerate()
        .map(|(at, answer)| {
            let text = format!("Q: And then?\n\nA: {answer}\n");
            (format!("{at}.txt"), text)
        })
        .collect();
    let files = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()));
    let verbatim = Verbatim::with_files(files);
    let settings = verbatim.settings("[answer]\ngenerosity = 1.0\n");
    let run = verbatim.run(&["--config", &settings, "ask", "--json", "-n", "1", question]);
    let answer: serde_json::Value = serde_json::from_str(run.text()).unwrap();
    let text = answer["quotes"][0]["text"].as_str();
    text.unwrap_or_else(|| panic!("`{question}` got nothing"))
        .to_owned()
}

#[track_caller]
fn comes_first(question: &str, better: &str, worse: &str) {
    for answers in [[better, worse], [worse, better]] {
        assert_eq!(first(question, &answers), better, "{question}");
    }
}

#[test]
fn words_that_stand_together_come_before_words_that_stand_apart() {
    comes_first(
        "lighthouse keeper",
        "We asked the lighthouse keeper about the storms of that winter, and he showed us the harbour and its boats.",
        "We saw the lighthouse in the storms of that winter, and somebody showed us the harbour and a goal keeper.",
    );
}

#[test]
fn words_in_the_order_of_the_question_come_before_words_turned_around() {
    comes_first(
        "Does the keeper trust the fisherman?",
        "On this coast everybody knows that the keeper would trust a fisherman with his life and his boats.",
        "On this coast everybody knows that the fisherman would trust a keeper with his life and his boats.",
    );
}

#[test]
fn the_rare_word_of_a_question_decides() {
    comes_first(
        "the village and its cooperage",
        "A cooperage was opened in the village by two brothers near the river, who had learned the trade abroad.",
        "The village was the best village of all to the two brothers from the river, who had come to this village.",
    );
}

#[test]
fn where_a_number_is_asked_for_the_passage_with_one_comes_first() {
    comes_first(
        "How many boats are in the harbour?",
        "There are 40 boats in the harbour, and the people of the town know each of them by name.",
        "There are all boats in the harbour, and the people of the town know each of them by name.",
    );
}

#[test]
fn a_number_in_words_is_a_number() {
    comes_first(
        "How many boats are in the harbour?",
        "There are forty boats in the harbour, and the people of the town know each of them by name.",
        "There are pretty boats in the harbour, and the people of the town know each of them by name.",
    );
}

#[test]
fn where_a_time_is_asked_for_the_passage_with_a_date_comes_first() {
    comes_first(
        "When did the harbour close?",
        "The harbour closed for good in 1987, and the people of the town still talk about it every winter.",
        "The harbour closed for good in silence, and the people of the town still talk about it every winter.",
    );
}

#[test]
fn where_a_duration_is_asked_for_the_passage_with_one_comes_first() {
    comes_first(
        "Combien de temps gardez-vous les filets ?",
        "Nous gardons les filets quelques mois dans la remise, parce que le sel et le soleil les abîment ensuite.",
        "Nous gardons les filets quelques pas devant la remise, parce que le sel et le soleil les abîment ensuite.",
    );
}

#[test]
fn a_clause_of_time_asks_for_no_date() {
    comes_first(
        "Que font les pêcheurs du village quand la tempête arrive ?",
        "Quand la tempête arrive, les pêcheurs du village rentrent les barques et attendent au café du port.",
        "En 1987 la tempête a surpris les pêcheurs, et les gens du village attendent encore au café du port.",
    );
}

#[test]
fn parts_of_a_compound_lead_to_it() {
    comes_first(
        "Wohnung in der Stadt",
        "Der Bürgermeister sprach lange über die Sozialwohnung und über das, was sie für die Stadt ist.",
        "Der Bürgermeister sprach lange über die Sozialarbeit und über das, was sie für die Stadt ist.",
    );
}

#[test]
fn passages_that_follow_one_another_are_one_quote() {
    let talk = "Q: How was the honey sold?\n\n\
        A: The honey of the acacia trees was sold in May on the market of the town, by the two sisters who keep the \
        bees behind the mill, and the honey was gone within a week of fine weather and many visitors.\n\
        The honey of the lime trees was sold in July on the same market of the town, by the same two sisters with \
        their bees, and that honey was kept by nobody because everyone took a jar home at once.\n\n\
        Q: And the mill?\n\n\
        A: The mill turns on Sundays when the school children come, and the miller tells them of the flood.\n";
    let verbatim = Verbatim::with_files([("honey.txt", talk.as_bytes())]);
    let answer = verbatim.ask("When was the honey sold on the market?");
    let quotes = answer["quotes"].as_array().unwrap();
    let with_honey = quotes
        .iter()
        .filter(|quote| quote["text"].as_str().unwrap().contains("honey"));
    assert_eq!(with_honey.count(), 1, "{answer}");
    let text = quotes[0]["text"].as_str().unwrap();
    assert!(
        text.contains("in May") && text.contains("in July"),
        "{text}"
    );
}

#[test]
fn where_nothing_answers_it_is_said_what_the_interviews_speak_of() {
    let talk = "Q: What do you build?\n\n\
        A: We build sailing boats. Our boats carry cheese and wine, and the cheese pays for the boats.\n";
    let verbatim = Verbatim::with_files([("boats.txt", talk.as_bytes())]);
    verbatim
        .run(&["ask", "Who won the chess tournament?"])
        .ends_with_code(1)
        .says("The interviews talk about: boats, cheese.");
    let answer = verbatim.ask("Who won the chess tournament?");
    assert_eq!(answer["topics"], serde_json::json!(["boats", "cheese"]));
}

#[test]
fn words_that_are_said_of_anything_and_numbers_are_no_topics() {
    let talk = "Q : Que construisez-vous ?\n\n\
        R : Côté mer, des bateaux, quatre bateaux. Côté terre, quatre charrettes : les charrettes portent les bateaux.\n";
    let verbatim = Verbatim::with_files([("bateaux.txt", talk.as_bytes())]);
    let answer = verbatim.ask("Qui a gagné le tournoi ?");
    assert_eq!(
        answer["topics"],
        serde_json::json!(["bateaux", "charrettes"])
    );
}
