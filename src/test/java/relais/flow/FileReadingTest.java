package relais.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileReadingTest {

    @ParameterizedTest
    @CsvSource({
        "ISA*00*, UTF-8, true",
        "'  UNA:+.? ', UTF-8, true",
        "'\uFEFFUNB+UNOC:3', UTF-8, true",
        "ISA*00*, IBM037, true",
        "UNB+UNOC:3, IBM037, true",
        "'{\"a\":1}', UTF-8, false",
        "0001 12, UTF-8, false",
        "UNA;qty, UTF-8, true",
        "UNAME;qty, UTF-8, false",
        "ISARTICLE, IBM037, false",
        "UPC;qty, UTF-8, false",
        "'<Order/>', UTF-8, false",
        "ÉTAGÈRE 12, ISO-8859-1, false",
        "IRIS 12, IBM037, false"
    })
    void tellsInterchangesByTheirFirstBytes(String text, String charset, boolean expected) throws IOException {
        var in = new BufferedInputStream(new ByteArrayInputStream(text.getBytes(Charset.forName(charset))));

        assertThat(FileReading.isInterchange(in)).isEqualTo(expected);
        assertThat(in.readNBytes(3)).isEqualTo(first(text, charset));
    }

    private static byte[] first(String text, String charset) {
        return Arrays.copyOf(text.getBytes(Charset.forName(charset)), 3);
    }
}
