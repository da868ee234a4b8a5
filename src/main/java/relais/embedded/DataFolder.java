package relais.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder in which the embedded parts keep their state; one process at a time holds it. */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    /** @throws CannotStart if another process holds the folder */
    DataFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            lock = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) throw inUse(folder);
        } catch (OverlappingFileLockException heldByThisProcess) {
            throw inUse(folder);
        } catch (IOException failed) {
            throw new CannotStart("the data folder " + folder + " cannot be used (" + failed.getMessage()
                    + "); choose another with --relais.data=FOLDER");
        }
    }

    private static CannotStart inUse(Path folder) {
        return new CannotStart("another hub uses the data folder " + folder
                + "; stop it, or choose another folder with --relais.data=FOLDER");
    }

    /** A folder of this name in it, made when missing. */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
