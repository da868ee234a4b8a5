package relais.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Interchanges as partners send them. */
final class Samples {

    /** Two lamps for Consumer One, ordered by Acme Retail. */
    static final String ORDER_850 = """
            ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260305*0915*U*00401*000000905*1*T*>~
            GS*PO*081466849*MAISONLUMEN*20260305*0915*905*X*004010~
            ST*850*0001~
            BEG*00*DS*AC-70011**20260305~
            CUR*BY*USD~
            REF*CO*W-31337~
            DTM*002*20260312~
            N1*BY*Acme Retail*92*ACME~
            N1*SE*Maison Lumen*92*ML~
            N1*ST*Consumer One~
            N3*1 Example Street~
            N4*Springfield*IL*62701*US~
            PER*DC**EM*one@consumer.example~
            PO1*1*2*EA*129.9**EN*4012345000023*VN*LUM-ARC-01~
            PID*F****Arc floor lamp~
            CTT*1~
            SE*15*0001~
            GE*1*905~
            IEA*1*000000905~
            """;

    /** Forty lamps for the stores of Galeries Sud. */
    static final String ORDERS = """
            UNA:+.? '
            UNB+UNOC:3+3012345000017:14+5412345000013:14+260305:0915+77++ORDERS'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+GS-4711+9'
            DTM+137:20260305:102'
            DTM+2:20260320:102'
            NAD+BY+3012345000017::9++Galeries Sud'
            NAD+SU+5412345000013::9++Maison Lumen'
            CUX+2:EUR:9'
            LIN+1++4012345000023:EN'
            QTY+21:40:PCE'
            PRI+AAA:80.00'
            UNS+S'
            UNT+12+1'
            UNZ+1+77'
            """;

    private Samples() {}

    /** The 850 with an SE01 that counts one segment less than there are. */
    static String miscounted850() {
        return ORDER_850.replace("SE*15*", "SE*14*");
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
