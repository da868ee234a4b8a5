package relais.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * The example business day, played from outside over the same ways as real partners use, and told as a timeline. Every
 * input is fixed, so that playing it again shows what the hub does with what it has already.
 */
final class ExampleDay {

    /** How long one delivery and everything it causes may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String BRAND = "Maison Lumen";

    /** What happens, in its order. */
    private static final List<Scene> SCENES = List.of(
            new Scene(
                    "Last week: Acme Retail sells a lamp to its first consumer", Way.ACME, "acme-orders-last-week.x12"),
            new Scene("Acme Retail puts two drop-ship orders on its SFTP server", Way.ACME, "acme-orders.x12"),
            new Scene("Galeries Sud posts an EDIFACT order over HTTP", Way.GALERIES, "galeries-orders.edi"),
            new Scene(
                    "Atelier Nord drops its stock file into the hub's SFTP drop box", Way.ATELIER, "atelier-stock.txt"),
            new Scene(
                    "The consumer whom Acme brought last week buys in the brand's own shop",
                    Way.STOREFRONT,
                    "storefront-order.json"),
            new Scene(
                    "Acme sends three orders; the second counts its segments wrong and has an unknown unit",
                    Way.ACME,
                    "acme-orders-one-bad.x12"));

    /** One input, and the way it takes. */
    record Scene(String title, Way way, String file) {}

    /** How an input reaches the hub. */
    enum Way {
        ACME,
        GALERIES,
        ATELIER,
        STOREFRONT
    }

    private final Senders senders;
    private final DayBalance balance;
    private final Timeline timeline;
    private final PrintStream out;

    ExampleDay(Senders senders, DayBalance balance, Timeline timeline, PrintStream out) {
        this.senders = senders;
        this.balance = balance;
        this.timeline = timeline;
        this.out = out;
    }

    /** @return whether everything that was received was answered, and everything answered arrived, once */
    boolean play() {
        out.println();
        out.println("An example day at " + BRAND);
        for (var scene : SCENES) {
            out.println();
            out.println("● " + scene.title());
            var receipts = balance.receipts();
            send(scene);
            balance.awaitQuiet(receipts, PATIENCE);
            timeline.printNews();
        }
        var day = balance.count();
        out.println();
        out.println(day);
        return day.complete();
    }

    private void send(Scene scene) {
        try {
            var bytes = bytes(scene.file());
            switch (scene.way()) {
                case ACME -> senders.put("acme-retail", scene.file(), bytes);
                case GALERIES -> stored(senders.post("galeries-sud", "application/edifact", bytes));
                case ATELIER -> senders.drop("atelier-nord", scene.file(), bytes);
                case STOREFRONT -> stored(senders.post("storefront", "application/json", bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + scene.file(), e);
        }
    }

    private static void stored(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != HttpURLConnection.HTTP_ACCEPTED)
            throw new IOException("the hub answered " + answer.statusCode() + ": " + answer.body());
    }

    /** A file of the day, which the jar carries. */
    static byte[] bytes(String file) throws IOException {
        try (var in = ExampleDay.class.getResourceAsStream("/relais/day/" + file)) {
            if (in == null) throw new IllegalStateException("the example day has no file " + file);
            return in.readAllBytes();
        }
    }
}
