import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetField;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.taxonomy.FastTaxonomyFacetCounts;
import org.apache.lucene.facet.taxonomy.directory.DirectoryTaxonomyReader;
import org.apache.lucene.facet.taxonomy.directory.DirectoryTaxonomyWriter;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/** Lucene for Java with its facet module, by the protocol of the bench: one line in, one line out. */
public final class LuceneBench {
    private static final String[] DIMENSIONS = {"year", "venue", "lab", "author", "topic"};
    private static final String LIST = "\u001F";
    private static final int PAGE = 10, LABELS = 10, EXACT = Integer.MAX_VALUE, BLOCK_MAX = 1_000;

    private final FacetsConfig config = new FacetsConfig();
    private final List<String[]> queries = new ArrayList<>();
    private IndexSearcher searcher;
    private DirectoryTaxonomyReader taxonomy;
    private long checked;

    private LuceneBench() {
        for (String dimension : DIMENSIONS) config.setMultiValued(dimension, true);
    }

    public static void main(String[] arguments) throws Exception {
        LuceneBench bench = new LuceneBench();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line; (line = in.readLine()) != null; ) {
            String[] said = line.split("\t", -1);
            switch (said[0]) {
                case "index": out.println(bench.index(Paths.get(said[1]), Paths.get(said[2]), Integer.parseInt(said[3]))); break;
                case "open": out.println(bench.open(Paths.get(said[1]), Paths.get(said[2]))); break;
                case "run": out.println(bench.run(said[1])); break;
                default: return;
            }
        }
    }

    private String index(Path documents, Path folder, int threads) throws Exception {
        FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
        words.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        words.freeze();
        List<String> lines = Files.readAllLines(documents, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        IndexWriterConfig settings = new IndexWriterConfig(new WhitespaceAnalyzer()).setSimilarity(new BM25Similarity()).setRAMBufferSizeMB(64);
        try (MMapDirectory directory = new MMapDirectory(folder.resolve("index")); MMapDirectory labels = new MMapDirectory(folder.resolve("taxonomy"));
                DirectoryTaxonomyWriter names = new DirectoryTaxonomyWriter(labels); IndexWriter writer = new IndexWriter(directory, settings)) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<?>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                parts.add(pool.submit(() -> {
                    for (int at = first; at < lines.size(); at += threads) {
                        String[] fields = lines.get(at).split("\t", -1);
                        Document document = new Document();
                        document.add(new StringField("id", fields[0], Field.Store.NO));
                        document.add(new Field("words", fields[1], words));
                        for (int dimension = 0; dimension < DIMENSIONS.length; dimension++)
                            for (String label : fields[2 + dimension].split(LIST)) if (!label.isEmpty()) document.add(new FacetField(DIMENSIONS[dimension], label));
                        document.add(new StoredField("stored", fields[7].getBytes(StandardCharsets.UTF_8)));
                        writer.addDocument(config.build(names, document));
                    }
                    return null;
                }));
            }
            for (Future<?> part : parts) part.get();
            pool.shutdown();
            names.commit();
            writer.commit();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes;
        try (Stream<Path> files = Files.walk(folder)) {
            bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
        return "indexed\t" + lines.size() + "\t" + seconds + "\t" + bytes;
    }

    private String open(Path folder, Path asked) throws Exception {
        searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(folder.resolve("index"))));
        searcher.setSimilarity(new BM25Similarity());
        searcher.setQueryCache(null);
        taxonomy = new DirectoryTaxonomyReader(new MMapDirectory(folder.resolve("taxonomy")));
        for (String line : Files.readAllLines(asked, StandardCharsets.UTF_8)) queries.add(line.split("\t", -1));
        return "opened\t" + searcher.getIndexReader().numDocs();
    }

    private String run(String task) throws Exception {
        StringBuilder times = new StringBuilder(), totals = new StringBuilder();
        for (String[] query : queries) {
            long start = System.nanoTime();
            long total = ask(task, query);
            times.append(times.length() == 0 ? "" : ",").append((System.nanoTime() - start) / 1000.0);
            totals.append(totals.length() == 0 ? "" : ",").append(total);
        }
        return "ran\t" + times + "\t" + totals;
    }

    private long ask(String task, String[] asked) throws Exception {
        switch (task) {
            case "top10": return top(words(asked), EXACT);
            case "top10-blockmax": return top(words(asked), BLOCK_MAX);
            case "faceted": return faceted(words(asked));
            case "match-all": return faceted(new MatchAllDocsQuery());
            case "selected": return selected(asked);
            default: throw new IllegalArgumentException(task);
        }
    }

    private static Query words(String[] asked) {
        String[] terms = asked[1].split(" ");
        if (terms.length == 1) return new TermQuery(new Term("words", terms[0]));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String term : terms) all.add(new TermQuery(new Term("words", term)), BooleanClause.Occur.MUST);
        return all.build();
    }

    private long top(Query query, int counted) throws Exception {
        TopScoreDocCollector collector = TopScoreDocCollector.create(PAGE, counted);
        searcher.search(query, collector);
        return page(collector.topDocs());
    }

    private long faceted(Query query) throws Exception {
        FacetsCollector found = new FacetsCollector();
        TopDocs top = FacetsCollector.search(searcher, query, PAGE, found);
        count(new FastTaxonomyFacetCounts(taxonomy, config, found));
        return page(top);
    }

    private long selected(String[] asked) throws Exception {
        DrillDownQuery query = new DrillDownQuery(config, words(asked));
        for (String selection : asked[2].split(LIST)) {
            int at = selection.indexOf('=');
            query.add(selection.substring(0, at), selection.substring(at + 1));
        }
        DrillSideways.DrillSidewaysResult result = new DrillSideways(searcher, config, taxonomy).search(query, PAGE);
        count(result.facets);
        return page(result.hits);
    }

    private void count(Facets facets) throws Exception {
        for (String dimension : DIMENSIONS) {
            var labels = facets.getTopChildren(LABELS, dimension);
            if (labels != null) checked += labels.labelValues.length;
        }
    }

    private long page(TopDocs top) throws Exception {
        for (ScoreDoc hit : top.scoreDocs) checked += searcher.doc(hit.doc).getBinaryValue("stored").length;
        return top.totalHits.value;
    }
}
