package planted.flow;

import java.time.Instant;

class TimeMaker {
    final Instant made = Instant.now();
}
