import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;

/** What ical4j finds in the calendars of a site: java ReadCalendars.java SITE; a finding a line. */
class ReadCalendars {
    public static void main(String[] args) throws Exception {
        Path site = Path.of(args[0]);
        List<Path> paths;
        try (var found = Files.walk(site)) {
            paths = found.filter(path -> path.toString().endsWith(".ics")).sorted().toList();
        }
        if (paths.isEmpty()) System.out.println("nothing to look at: **/*.ics");
        for (Path path : paths) {
            for (String finding : look(path)) System.out.println(site.relativize(path) + ": " + finding);
        }
    }

    private static List<String> look(Path path) {
        List<String> findings = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(path)) {
            Calendar calendar = new CalendarBuilder().build(bytes);
            if (calendar.getComponents("VEVENT").isEmpty()) findings.add("no event");
            calendar.validate().getEntries().forEach(entry -> findings.add(entry.getContext() + ": " + entry.getMessage()));
        } catch (Exception error) {
            findings.add(String.valueOf(error.getMessage()));
        }
        return findings;
    }
}
