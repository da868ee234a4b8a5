package planted.flow;

import java.util.UUID;

class IdMaker {
    final UUID made = UUID.randomUUID();
}
