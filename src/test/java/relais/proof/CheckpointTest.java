package relais.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String NAME = "maison-lumen/ledger/0";
    private static final SigningKey KEY = SigningKey.of(NAME, new byte[32]);
    private static final Checkpoint CHECKPOINT = new Checkpoint(NAME, 4711, TreeHash.ofNothing());

    /** RFC 8032, section 7.1: tests 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '', e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72, 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void signsAsOthersDo(String seed, String open, String text, String signature) {
        var key = SigningKey.of("x", HEX.parseHex(seed));

        assertThat(HEX.formatHex(key.verifier().bytes())).isEqualTo(open);
        assertThat(HEX.formatHex(key.sign(HEX.parseHex(text)))).isEqualTo(signature);
    }

    /** The example of Go's package golang.org/x/mod/sumdb/note, with the key of sum.golang.org. */
    @Test
    void readsAKeyThatOthersPublish() {
        var text = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

        var key = VerifierKey.parse(text);

        assertThat(key.name()).isEqualTo("sum.golang.org");
        assertThat(key).hasToString(text);
    }

    @Test
    void isANoteOfThreeLinesAndASignature() {
        var note = CHECKPOINT.signed(KEY);

        assertThat(note.lines().toList())
                .hasSize(5)
                .startsWith(NAME, "4711", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "")
                .last()
                .asString()
                .startsWith("— " + NAME + " ");
        assertThat(Checkpoint.open(note, KEY.verifier())).isEqualTo(CHECKPOINT);
    }

    @Test
    void passesOverSignaturesOfOthers() {
        var witness = SigningKey.of("witness.example", new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        });
        var own = CHECKPOINT.signed(KEY);
        var text = own.substring(0, own.indexOf("\n\n") + 2);
        var both = text + CHECKPOINT.signed(witness).substring(text.length()) + own.substring(text.length());

        assertThat(Checkpoint.open(both, KEY.verifier())).isEqualTo(CHECKPOINT);
        assertThatThrownBy(() ->
                        Checkpoint.open(text + CHECKPOINT.signed(witness).substring(text.length()), KEY.verifier()))
                .hasMessageStartingWith("the checkpoint is not signed with the key maison-lumen/ledger/0+");
    }

    @Test
    void refusesANoteThatWasChangedAtAnyPlace() {
        var note = CHECKPOINT.signed(KEY);
        for (int at = 0; at < note.length() - 1; at++) {
            var changed = note.substring(0, at) + (note.charAt(at) == 'A' ? 'B' : 'A') + note.substring(at + 1);
            assertThatThrownBy(() -> Checkpoint.open(changed, KEY.verifier()), "place %d of %s", at, changed)
                    .isInstanceOf(NotProven.class);
        }
    }

    @Test
    void refusesTheKeyOfAnother() {
        var other = SigningKey.of(NAME, HEX.parseHex("01".repeat(32))).verifier();

        assertThatThrownBy(() -> Checkpoint.open(CHECKPOINT.signed(KEY), other))
                .hasMessageStartingWith("the checkpoint is not signed with the key");
    }

    @ParameterizedTest
    @CsvSource({
        "sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8, the key id 033de0af is not that of the key it stands beside",
        "sum.golang.org, a key looks like maison-lumen/ledger/0+0123abcd+BASE64",
        "sum.golang.org+033de0ae+AAAA, the key sum.golang.org is no Ed25519 key"
    })
    void saysWhatIsWrongWithAKey(String text, String message) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).hasMessage(message);
    }
}
