package relais.edi;

import java.nio.charset.StandardCharsets;

/** What is measured: interchanges of orders with ten lines each. */
public final class Samples {

    private Samples() {}

    /** X12 850 in one functional group. */
    public static byte[] x12(int sets) {
        var text = new StringBuilder(
                "ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260305*0912*U*00401*"
                        + "000000042*0*T*>~GS*PO*081466849*MAISONLUMEN*20260305*0912*7*X*004010~");
        for (int i = 1; i <= sets; i++) x12Order(text, i);
        return bytes(text.append("GE*").append(sets).append("*7~IEA*1*000000042~"));
    }

    private static void x12Order(StringBuilder text, int number) {
        var control = "%04d".formatted(number);
        text.append("ST*850*")
                .append(control)
                .append("~BEG*00*DS*PO-")
                .append(number)
                .append("**20260305~CUR*BY*USD~REF*CO*C-99")
                .append(number)
                .append(
                        "~PER*BD*Orders*TE*5550100~DTM*002*20260310~TD5**2*UPSN*M~N1*ST*Consumer One~N3*12 Sample Street~"
                                + "N4*Springfield*IL*62701*US~");
        for (int line = 1; line <= 10; line++)
            text.append("PO1*")
                    .append(line)
                    .append('*')
                    .append(line * 2)
                    .append("*EA*49.5**UP*012345678905*VN*LAMP-")
                    .append(line)
                    .append("~PID*F****Table lamp in brushed brass~");
        text.append("CTT*10~SE*32*").append(control).append('~');
    }

    /** EDIFACT D.96A ORDERS. */
    public static byte[] edifact(int sets) {
        var text = new StringBuilder("UNB+UNOC:3+3020000000019:14+3010000000012:14+260305:0912+77'");
        for (int i = 1; i <= sets; i++) edifactOrder(text, i);
        return bytes(text.append("UNZ+").append(sets).append("+77'"));
    }

    private static void edifactOrder(StringBuilder text, int number) {
        text.append("UNH+")
                .append(number)
                .append("+ORDERS:D:96A:UN'BGM+220+PO-")
                .append(number)
                .append(
                        "+9'DTM+137:20260305:102'NAD+BY+3020000000019::9'NAD+DP+++Consumer One+12 Sample Street+Lyon++69001+FR'"
                                + "CUX+2:EUR:9'");
        for (int line = 1; line <= 10; line++)
            text.append("LIN+")
                    .append(line)
                    .append("++4006381333931:EN'IMD+F++:::Table lamp'QTY+21:")
                    .append(line)
                    .append("'PRI+AAA:49.5'");
        text.append("UNS+S'CNT+2:10'UNT+49+").append(number).append('\'');
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
