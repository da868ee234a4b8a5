package relais.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Lets a file through once its size and time have stayed the same for a while, so that a file that is still being written
 * is not read. It compares what successive polls saw, by this process' own clock: no waiting per file, and no trust in the
 * clock of a server elsewhere.
 */
final class SettledFiles implements GenericFileFilter<Object> {

    private static final int FILES_MAX = 100_000;

    private final long settledNanos;

    private final Map<String, Sighting> sightings = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sighting> eldest) {
            return size() > FILES_MAX;
        }
    };

    private record Sighting(long size, long modified, long sinceNanos) {}

    /** @param settledMs how long a file must have stayed the same */
    SettledFiles(long settledMs) {
        settledNanos = settledMs * 1_000_000;
    }

    @Override
    public synchronized boolean accept(GenericFile<Object> file) {
        if (file.isDirectory()) return true;
        var now = System.nanoTime();
        var before = sightings.get(file.getAbsoluteFilePath());
        if (before == null || before.size() != file.getFileLength() || before.modified() != file.getLastModified()) {
            sightings.put(file.getAbsoluteFilePath(), new Sighting(file.getFileLength(), file.getLastModified(), now));
            return false;
        }
        return now - before.sinceNanos() >= settledNanos;
    }
}
