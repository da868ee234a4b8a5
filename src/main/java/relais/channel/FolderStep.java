package relais.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/**
 * Puts a file into a folder of this machine, whole or not at all, and on disk before it counts as sent. (Camel's own file
 * producer does not sync.)
 */
final class FolderStep {

    /** @throws IOException if the folder cannot be written to, or the name leads out of it */
    public void put(@Body byte[] bytes, String folder, @ExchangeProperty(State.NAME) String name) throws IOException {
        var directory = Files.createDirectories(Path.of(folder)).toRealPath();
        var target = directory.resolve(name).normalize();
        if (!directory.equals(target.getParent())) throw new IOException("the file name " + name + " leads elsewhere");
        var part = directory.resolve("." + name + ".part");
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) channel.write(buffer);
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
