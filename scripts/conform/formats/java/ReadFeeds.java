import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What ROME finds in the Atom feeds of a site: java ReadFeeds.java SITE; a finding a line. */
class ReadFeeds {
    public static void main(String[] args) throws Exception {
        Path site = Path.of(args[0]);
        List<Path> paths;
        try (var found = Files.walk(site)) {
            paths = found.filter(path -> path.toString().endsWith(".atom")).sorted().toList();
        }
        if (paths.isEmpty()) System.out.println("nothing to look at: **/*.atom");
        for (Path path : paths) {
            for (String finding : look(path)) System.out.println(site.relativize(path) + ": " + finding);
        }
    }

    private static List<String> look(Path path) {
        List<String> findings = new ArrayList<>();
        try (XmlReader reader = new XmlReader(path.toFile())) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            if (feed.getTitle() == null || feed.getUri() == null) findings.add("no title or no id");
            for (SyndEntry entry : feed.getEntries()) {
                if (entry.getUri() == null || entry.getTitle() == null || entry.getLink() == null) {
                    findings.add("an entry without id, title or link");
                }
                if (entry.getPublishedDate() == null || entry.getUpdatedDate() == null) {
                    findings.add(entry.getUri() + ": without one of its dates");
                }
            }
        } catch (Exception error) {
            findings.add(String.valueOf(error.getMessage()));
        }
        return findings;
    }
}
