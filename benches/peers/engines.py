"""The peers: each function indexes documents in memory and returns how they are searched.

Each peer gets what its documentation recommends or, where that leaves a choice, what ranks best on the
sets; titles are prepended to the texts, except for FTS5, where a column is as good. A question is a
disjunction of its words, a repeated one counting twice, and none of its characters is query syntax.
"""

import re
import sqlite3
from collections.abc import Callable

import bm25s
import Stemmer
import tantivy
from sets import DEPTH, Document, Ranking

Search = Callable[[str], Ranking]

# The languages that each peer with stop words has a list for, by their names in Snowball.
LANGUAGES = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
}

WORD = re.compile(r"[^\W_]+")


def with_title(document: Document) -> str:
    return f"{document.title}\n{document.text}"


def index_bm25s(documents: list[Document], language: str) -> Search:
    """Stop words and a Snowball stemmer, as in its README; the BM25 that it takes by default."""
    stemmer = Stemmer.Stemmer(language)

    def tokenize(text: str | list[str]) -> bm25s.tokenization.Tokenized:
        return bm25s.tokenize(text, stopwords=language, stemmer=stemmer, show_progress=False)

    retriever = bm25s.BM25()
    retriever.index(tokenize([with_title(document) for document in documents]), show_progress=False)
    ids = [document.id for document in documents]
    depth = min(DEPTH, len(ids))

    def search(question: str) -> Ranking:
        hits, scores = retriever.retrieve(tokenize(question), corpus=ids, k=depth, show_progress=False)
        # It fills up the ranking with documents that share no word with the question.
        return [(str(hit), float(score)) for hit, score in zip(hits[0], scores[0], strict=True) if score > 0]

    return search


def index_fts5(documents: list[Document], _language: str) -> Search:
    """Accents removed, and the only stemmer that it has: made for English, but better than none in the others."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE documents USING fts5("
        "id UNINDEXED, title, text, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    database.executemany("INSERT INTO documents VALUES (?, ?, ?)", documents)

    def search(question: str) -> Ranking:
        words = " OR ".join(f'"{word}"' for word in WORD.findall(question))
        if not words:
            return []
        # `rank` is bm25(), negated by FTS5 so that the best come first.
        hits = database.execute(
            "SELECT id, -rank FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT ?", (words, DEPTH)
        )
        return hits.fetchall()

    return search


def index_tantivy_default(documents: list[Document], _language: str) -> Search:
    """The tokenizer `default`: words in lower case."""
    return index_tantivy(documents, tantivy.Filter.remove_long(40), tantivy.Filter.lowercase())


def index_tantivy_stems(documents: list[Document], language: str) -> Search:
    """The tokenizer `fr_stem` and its like, with stop words and without accents, which ranks better."""
    return index_tantivy(
        documents,
        tantivy.Filter.remove_long(40),
        tantivy.Filter.lowercase(),
        tantivy.Filter.stopword(language),
        tantivy.Filter.stemmer(language),
        tantivy.Filter.ascii_fold(),
    )


def index_tantivy(documents: list[Document], *filters: tantivy.Filter) -> Search:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in filters:
        builder = builder.filter(step)
    analyzer = builder.build()
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("id", stored=True, tokenizer_name="raw")
    fields.add_text_field("text", tokenizer_name="words")
    schema = fields.build()
    index = tantivy.Index(schema)
    index.register_tokenizer("words", analyzer)
    # One thread makes one segment, so that equal scores always stand in the same order.
    writer = index.writer(num_threads=1)
    for document in documents:
        writer.add_document(tantivy.Document(id=document.id, text=with_title(document)))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> Ranking:
        terms = [tantivy.Query.term_query(schema, "text", term) for term in analyzer.analyze(question)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = searcher.search(query, DEPTH, count=False).hits
        return [(searcher.doc(address)["id"][0], score) for score, address in hits]

    return search


ENGINES: dict[str, Callable[[list[Document], str], Search]] = {
    "bm25s": index_bm25s,
    "SQLite FTS5": index_fts5,
    "tantivy, default": index_tantivy_default,
    "tantivy, stems": index_tantivy_stems,
}
