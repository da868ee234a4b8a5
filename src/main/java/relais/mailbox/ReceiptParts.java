package relais.mailbox;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.Vault;

/**
 * Parts the bytes of a receipt among the consumers whom its documents name, once it is processed. Until then all of it is
 * sealed under a key of its own, so that whoever goes on after a crash finds everything there.
 *
 * <p>A receipt of one document (or of a table, whose documents cannot be told apart in it) stays as it is, and its key is shared
 * out among the consumers. An interchange of several transaction sets is cut: see {@link ReceiptCut}. What is left of that,
 * and what the hub's acknowledgement repeats, may tell of those who had something wrong, and is shared out among them.
 */
final class ReceiptParts {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ReceiptCut cut;

    ReceiptParts(JdbcOperations jdbc, Vault vault) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
        this.cut = new ReceiptCut(jdbc, vault);
    }

    /**
     * Where the documents of a receipt lie in it.
     *
     * @param documents those that are transaction sets, or documents of a file
     * @param places where they begin
     * @param answers whether there are acknowledgements among them
     */
    private record Layout(long documents, long places, boolean names, boolean answers) {

        boolean isToBeCut() {
            return names && places > 1 && places == documents;
        }
    }

    /** In the caller's transaction. Doing it again once more documents are known takes those in. */
    void part(UUID receipt) {
        var layout = layout(receipt);
        if (!layout.names() && !layout.answers()) return;
        var before = vault.sharers(receipt);
        if (layout.isToBeCut()) cut.cut(receipt);
        var told = layout.isToBeCut() ? wrong(receipt) : named(receipt);
        var answered = layout.answers() ? answered(receipt) : Set.<UUID>of();
        vault.share(
                receipt, Stream.of(before, told, answered).flatMap(Set::stream).collect(Collectors.toSet()));
        acknowledgements(receipt).forEach(acknowledgement -> vault.share(acknowledgement, wrong(receipt)));
    }

    private Layout layout(UUID receipt) {
        return jdbc.sql("""
                        select count(*) filter (where set_ordinal > 0) documents,
                               count(distinct from_offset) filter (where set_ordinal > 0) places,
                               count(consumer) > 0 names,
                               coalesce(bool_or(type = 'Acknowledgement'), false) answers
                        from document where receipt = :receipt and direction = 'in'""")
                .param("receipt", receipt)
                .query((row, n) -> new Layout(
                        row.getLong("documents"),
                        row.getLong("places"),
                        row.getBoolean("names"),
                        row.getBoolean("answers")))
                .single();
    }

    /** Whom its documents name. */
    private Set<UUID> named(UUID receipt) {
        return consumers(
                receipt, "select distinct consumer from document where receipt = :receipt and direction = 'in'");
    }

    /** Of whom it had something wrong. */
    private Set<UUID> wrong(UUID receipt) {
        return consumers(
                receipt,
                "select distinct consumer from document d where receipt = :receipt and direction = 'in'"
                        + " and exists (select from finding f where f.document = d.id)");
    }

    /** Whom the documents name that its acknowledgements answer for; these may repeat what they refuse. */
    private Set<UUID> answered(UUID receipt) {
        return consumers(receipt, """
                select distinct sent.consumer from document answer
                join expected_acknowledgement e on e.closed_by = answer.id
                join document sent on sent.id = e.document
                where answer.receipt = :receipt and answer.direction = 'in'""");
    }

    private Set<UUID> consumers(UUID receipt, String sql) {
        return jdbc.sql("select consumer from (" + sql + ") c where consumer is not null")
                .param("receipt", receipt)
                .query(UUID.class)
                .set();
    }

    /** The hub's own, as far as they repeat anything. */
    private Set<UUID> acknowledgements(UUID receipt) {
        return jdbc.sql("""
                        select d.id from document d join vault_key k on k.id = d.id
                        where d.receipt = :receipt and d.direction = 'out' and d.type = 'Acknowledgement'""").param("receipt", receipt).query(UUID.class).set();
    }
}
