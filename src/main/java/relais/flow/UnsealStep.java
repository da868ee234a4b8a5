package relais.flow;

import java.util.Optional;
import relais.consumer.Vault;
import relais.mailbox.Outbox;

/** Opens a payload that was sealed for a consumer, at the last moment before it is sent. */
public final class UnsealStep {

    private final Vault vault;

    UnsealStep(Vault vault) {
        this.vault = vault;
    }

    /** @return the bytes to send; empty when the consumer was erased in the meantime, so that nothing may be sent */
    public Optional<byte[]> unseal(Outbox.Outgoing outgoing) {
        var payload = outgoing.payload();
        return payload.sealedFor().isEmpty()
                ? Optional.of(payload.bytes())
                : vault.open(payload.sealedFor().get(), payload.bytes());
    }
}
