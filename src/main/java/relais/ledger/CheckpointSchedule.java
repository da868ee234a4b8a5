package relais.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.proof.NotProven;

/** Has a checkpoint signed when there are so many new seals, or any at all after so much time. Asked by the sequencer after each batch. */
final class CheckpointSchedule implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final Duration every;
    private final int sealsMax;
    private long lastSeal = -1;
    private Instant lastAt = Instant.EPOCH;

    CheckpointSchedule(JdbcClient jdbc, Checkpoints checkpoints, Clock clock, Duration every, int sealsMax) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.every = every;
        this.sealsMax = sealsMax;
    }

    @Override
    public void run() {
        var seal = Head.read(jdbc, Booking.SHARD).seal();
        var now = clock.instant();
        if (seal == lastSeal) return;
        if (seal - lastSeal < sealsMax && now.isBefore(lastAt.plus(every))) return;
        try {
            checkpoints.make();
        } catch (IllegalStateException | NotProven e) {
            LOG.error("{}", e.getMessage());
        }
        lastSeal = seal;
        lastAt = now;
    }
}
