//! `verbatim eval`: measures the quality of answers on a set of questions.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use super::setting;
use crate::app::output_file::OutputFile;
use crate::app::progress_bar::Bar;
use crate::app::{Failure, open};
use crate::cli::EvalArguments;
use crate::config::Config;
use crate::eval::{
    self, Difference, EvaluationReport, GoldenQuestion, GoldenReport, IndexedQuestionSet,
};
use crate::terminal::print;

/// Compares two runs, measures a set or several, or asks an owner's own questions.
pub(super) fn eval(config: &Config, arguments: EvalArguments) -> Result<ExitCode, Failure> {
    let EvalArguments {
        sets,
        json,
        run,
        force,
        unanswerable,
        compare: compared,
    } = arguments;
    let run = run.map(|file| (file, force));
    let [set] = sets.as_slice() else {
        if run.is_some() || unanswerable.is_some() || compared.is_some() {
            return Err(Failure::usage(
                "`--run`, `--unanswerable` and `--compare` need one set",
                "name one folder, or leave them out",
            ));
        }
        return measure_together(config, &sets, json);
    };
    if let Some([first, second]) = compared.as_deref() {
        return compare(set, first, second, json);
    }
    if set.is_dir() {
        if run.as_ref().is_some_and(|(path, _)| path == Path::new("-")) {
            return Err(Failure::usage(
                "cannot write the ranking to standard output: the figures are written there",
                "name a file: `--run FILE`",
            ));
        }
        let run = run.map(|(path, force)| OutputFile::outside(&config.corpus, &path, force));
        let run = run.transpose()?;
        return measure(config, set, unanswerable.as_deref(), run.as_ref(), json);
    }
    if run.is_some() || unanswerable.is_some() {
        return Err(Failure::usage(
            format!(
                "`--run` and `--unanswerable` need a set in a folder; `{}` is a file with questions",
                set.display()
            ),
            "leave them out, or name a folder with corpus.jsonl, queries.jsonl and qrels.tsv",
        ));
    }
    ask_golden(config, set, json)
}

/// Measures a set; writes the run where one is wanted.
fn measure(
    config: &Config,
    set: &Path,
    unanswerable: Option<&Path>,
    run: Option<&OutputFile>,
    json: bool,
) -> Result<ExitCode, Failure> {
    let asked = IndexedQuestionSet::index(set, &Bar::default())?;
    let (report, ranked) = eval::measure(
        &asked,
        unanswerable,
        setting(config)?,
        &Bar::of("questions"),
    )?;
    if let Some(file) = run {
        file.write(|out| Ok(out.write_all(ranked.to_string().as_bytes())?))?;
    }
    show(&report, json, figures)
}

/// How the questions of a set are answered alone and among other sets.
#[derive(Serialize)]
struct SetAmongOthers {
    set: String,
    questions: usize,
    /// In an index of its own, and in one with all sets.
    alone: EvaluationReport,
    together: EvaluationReport,
}

/// Measures sets, each alone and all of them in one index, where questions do not say which they are of.
fn measure_together(config: &Config, sets: &[PathBuf], json: bool) -> Result<ExitCode, Failure> {
    let folders: Vec<&Path> = sets.iter().map(PathBuf::as_path).collect();
    let together = IndexedQuestionSet::index_together(&folders, &Bar::default())?;
    let mut rows = Vec::new();
    for (folder, together) in folders.iter().zip(&together) {
        let alone = IndexedQuestionSet::index(folder, &Bar::default())?;
        let measure = |asked: &IndexedQuestionSet| -> Result<EvaluationReport, Failure> {
            Ok(eval::measure(asked, None, setting(config)?, &Bar::of("questions"))?.0)
        };
        let (alone, together) = (measure(&alone)?, measure(together)?);
        let name = folder.file_name().unwrap_or(folder.as_os_str());
        rows.push(SetAmongOthers {
            set: name.to_string_lossy().into_owned(),
            questions: alone.questions,
            alone,
            together,
        });
    }
    show(&rows, json, |rows| compared_sets(rows))
}

fn compared_sets(rows: &[SetAmongOthers]) -> String {
    let widest = rows.iter().map(|row| row.set.chars().count()).max();
    let width = widest.unwrap_or_default().max("all in one index".len());
    let mut text = format!(
        "{:<width$}  questions  MRR@10 alone  in one index  answered alone  in one index\n",
        "set"
    );
    let mut line = |name: &str, questions: usize, figures: [f64; 4]| {
        let [alone, together, answered, answered_together] = figures;
        let (answered, answered_together) = (percent(answered), percent(answered_together));
        let _ = writeln!(
            text,
            "{name:<width$}  {questions:>9}  {alone:>12.4}  {together:>12.4}  {answered:>14}  {answered_together:>12}"
        );
    };
    let figures = |row: &SetAmongOthers| {
        let (alone, together) = (&row.alone, &row.together);
        [
            alone.mrr10,
            together.mrr10,
            1.0 - alone.nothing,
            1.0 - together.nothing,
        ]
    };
    let mut all = [0.0; 4];
    let questions: usize = rows.iter().map(|row| row.questions).sum();
    for row in rows {
        line(&row.set, row.questions, figures(row));
        for (sum, figure) in all.iter_mut().zip(figures(row)) {
            *sum += figure * row.questions as f64 / questions.max(1) as f64;
        }
    }
    line("all in one index", questions, all);
    text
}

/// Compares two runs.
fn compare(set: &Path, first: &Path, second: &Path, json: bool) -> Result<ExitCode, Failure> {
    let difference = eval::compare(set, first, second)?;
    show(&difference, json, differences)
}

/// Asks an owner's own questions; 1 where one is answered wrongly.
fn ask_golden(config: &Config, path: &Path, json: bool) -> Result<ExitCode, Failure> {
    let questions = GoldenQuestion::load(path)?;
    let library = open(config)?;
    let report = GoldenQuestion::ask_all(
        &questions,
        &library,
        setting(config)?,
        &Bar::of("questions"),
    )?;
    show(&report, json, verdicts)?;
    Ok(if report.right == report.questions {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn show<T: Serialize>(
    report: &T,
    json: bool,
    text: impl Fn(&T) -> String,
) -> Result<ExitCode, Failure> {
    let text = if json {
        serde_json::to_string_pretty(report).map_err(std::io::Error::from)? + "\n"
    } else {
        text(report)
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn figures(report: &EvaluationReport) -> String {
    let mut text = format!("questions            {}\n", report.questions);
    let mut line = |name: &str, value: String| {
        let _ = writeln!(text, "{name:<20} {value}");
    };
    line("R@1", format!("{:.4}", report.r1));
    line("R@5", format!("{:.4}", report.r5));
    line("MRR@10", format!("{:.4}", report.mrr10));
    line("nDCG@10", format!("{:.4}", report.ndcg10));
    line("answered", percent(1.0 - report.nothing));
    line("no answer", percent(report.nothing));
    if let Some(held) = report.answer_in_highlight {
        line("answer in highlight", percent(held));
    }
    let ms = report.ms;
    line(
        "latency p50/p95/p99",
        format!("{:.2} / {:.2} / {:.2} ms", ms.p50, ms.p95, ms.p99),
    );
    line(
        "questions per second",
        format!("{:.0} on one core", report.per_second),
    );
    for silence in &report.silence {
        line(
            &silence.kind,
            format!(
                "{} questions, {} got no answer, area under the curve {:.3}",
                silence.questions,
                percent(silence.refused),
                silence.area
            ),
        );
    }
    text
}

fn differences(difference: &Difference) -> String {
    let Difference {
        questions,
        first,
        second,
        difference,
        low,
        high,
    } = difference;
    let verdict = match () {
        () if *low > 0.0 => "the second is better",
        () if *high < 0.0 => "the first is better",
        () => "these questions show no difference",
    };
    format!(
        "questions            {questions}\n\
         MRR@10               {first:.4} and {second:.4}\n\
         difference           {difference:+.4}, 95 % interval {low:+.4} to {high:+.4}\n\
         {verdict}\n"
    )
}

fn verdicts(report: &GoldenReport) -> String {
    let mut text = String::new();
    for verdict in report.verdicts.iter().filter(|verdict| !verdict.right) {
        let said = match (&verdict.said, verdict.rank) {
            (_, Some(rank)) => format!("found only in quote {rank}"),
            (Some(said), None) => format!("the answer was: {said}"),
            (None, None) => "there was no answer".to_owned(),
        };
        let _ = writeln!(
            text,
            "wrong: {}\n  expected: {}\n  {}",
            verdict.question,
            verdict.expect,
            said.replace('\n', "\n  ")
        );
    }
    let _ = writeln!(
        text,
        "{} of {} questions answered correctly",
        report.right, report.questions
    );
    text
}

fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}
