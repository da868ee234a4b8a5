package relais.web;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.ledger.Checkpoints;
import relais.ledger.ProofFile;
import relais.ledger.Proofs;
import relais.partner.Partner;
import relais.partner.Partners;

/** {@code GET /api/ledger/…}: what a partner needs to verify the ledger without trusting the hub. Entries are shown to the partner they are of, and to the brand. */
public final class ProofView {

    private static final String TEXT = "text/plain;charset=utf-8";

    private final Proofs proofs;
    private final Checkpoints checkpoints;
    private final Viewers viewers;
    private final Partners partners;

    ProofView(Proofs proofs, Checkpoints checkpoints, Viewers viewers, Partners partners) {
        this.proofs = proofs;
        this.checkpoints = checkpoints;
        this.viewers = viewers;
        this.partners = partners;
    }

    /** For everybody. */
    public Answer key() {
        return new Answer(200, TEXT, checkpoints.key() + "\n");
    }

    /** The newest note, which says how much is booked: for partners and operators only. */
    public Answer checkpoint(@Nullable String apiKey, @Nullable String authorization) {
        return signedIn(apiKey, authorization, viewer -> checkpoints
                .latest()
                .map(note -> new Answer(200, TEXT, note))
                .orElseGet(() -> Problem.notFound("Nothing is booked and signed yet; ask again in a minute.")
                        .answer()));
    }

    /** @param seq number of an entry */
    public Answer entry(String seq, @Nullable String apiKey, @Nullable String authorization) {
        return signedIn(apiKey, authorization, viewer -> number(seq).stream()
                .boxed()
                .filter(wanted -> isOf(viewer, wanted))
                .findFirst()
                .flatMap(this::entry)
                .filter(proof -> isFitFor(viewer, proof))
                .map(ProofView::file)
                .orElseGet(() -> Problem.notFound(
                                viewer.isOperator()
                                        ? "The ledger has no entry of this number."
                                        : "You have no entry of this number that names nobody else; your"
                                                + " statements and your account name those you have.")
                        .answer()));
    }

    /** @param to the newest checkpoint's size when empty */
    public Answer consistency(
            @Nullable String from, @Nullable String to, @Nullable String apiKey, @Nullable String authorization) {
        return signedIn(apiKey, authorization, viewer -> {
            var earlier = number(from);
            var later = to == null || to.isEmpty() ? checkpoints.latestSize() : number(to);
            if (earlier.isEmpty() || later.isEmpty()) return noCheckpoint();
            return proofs.consistency(earlier.getAsLong(), later.getAsLong())
                    .map(ProofView::file)
                    .orElseGet(ProofView::noCheckpoint);
        });
    }

    /** The proof of any entry, for an operator. */
    Optional<ProofFile> entry(long seq) {
        return proofs.entry(seq).map(proof -> proof);
    }

    private Answer signedIn(@Nullable String apiKey, @Nullable String authorization, Function<Viewer, Answer> answer) {
        return viewers.of(apiKey, authorization).map(answer).orElseGet(() -> Problem.unauthorised(
                        "Send the API key of your channel as X-API-Key.")
                .answer());
    }

    private boolean isOf(Viewer viewer, long seq) {
        return proofs.partner(seq)
                .filter(owner -> viewer.sees(owner) || isOfBrand(viewer))
                .isPresent();
    }

    /** A proof shows the entry as it is, so a partner gets none of an entry that names another partner. */
    private boolean isFitFor(Viewer viewer, ProofFile proof) {
        if (viewer.isOperator() || isOfBrand(viewer)) return true;
        var text = proof.toJson();
        return partners.all().stream()
                .filter(other -> !other.isOfBrand() && !viewer.sees(other.id()))
                .noneMatch(other -> text.contains(other.id()) || text.contains(other.name()));
    }

    private boolean isOfBrand(Viewer viewer) {
        return partners.find(viewer.partner())
                .filter(partner -> partner.role() == Partner.Role.BRAND)
                .isPresent();
    }

    private static Answer file(ProofFile proof) {
        return Answer.ok(proof.toJson());
    }

    private static Answer noCheckpoint() {
        return Problem.notFound(
                        "There is no checkpoint of so many entries; name the sizes of two that you kept, from the"
                                + " smaller to the larger.")
                .answer();
    }

    private static OptionalLong number(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) return OptionalLong.empty();
        return OptionalLong.of(Long.parseLong(text));
    }
}
