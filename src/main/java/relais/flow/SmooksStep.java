package relais.flow;

import java.util.Map;
import relais.mapping.Mappings;

/** Hands a flat file to Smooks, which the route runs, and takes back what it bound. */
public final class SmooksStep {

    private final Mappings mappings;

    SmooksStep(Mappings mappings) {
        this.mappings = mappings;
    }

    /** The {@code smooks.xml} that the batch's flat file needs; empty when it holds none. */
    public String configuration(Batch batch) {
        return batch.flatFile()
                .flatMap(Item::agreement)
                .map(agreement ->
                        mappings.smooks(agreement.mapping()).configuration().toString())
                .orElse("");
    }

    /** The flat file's bytes. */
    public byte[] input(Batch batch) {
        return batch.flatFile()
                .map(Item::content)
                .map(content -> ((Content.Raw) content).bytes())
                .orElseThrow(() -> new IllegalStateException("no flat file in this batch"));
    }

    /** The batch with what Smooks bound in the place of the bytes. */
    public Batch bound(Batch batch, Map<?, ?> tree) {
        return batch.mapAccepted(item -> item.with(new Content.Bound(tree)));
    }

    /** The batch with the finding that Smooks could not read the file, at the byte where it stopped. */
    public Batch failed(Batch batch, Throwable cause) {
        return batch.mapAccepted(
                item -> item.and(mappings.smooks(item.agreement().orElseThrow().mapping())
                        .unreadable(cause)
                        .findings()));
    }
}
