package relais.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.ConsumerErased;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.DayBegun;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Fact.PeriodEnded;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Fact.SaleReturned;
import relais.ledger.Fact.TermsAgreed;
import relais.ledger.Fact.TouchMade;
import relais.partner.Terms;

/** What a kind of fact has besides the columns that all have, as JSON, and back. */
final class FactContent {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT))
            .build();

    private FactContent() {}

    private record Met(Touch.Kind how) {}

    private record Credited(String invoice, Goods goods) {}

    private record Reattributed(List<Share> shares, String operator, String reason) {}

    private record Ended(Currency currency, LocalDate from) {}

    static final Fact.Cases<String> KIND = new Fact.Cases<>() {
        @Override
        public String terms(TermsAgreed terms) {
            return "terms";
        }

        @Override
        public String touch(TouchMade touch) {
            return "touch";
        }

        @Override
        public String order(OrderPlaced order) {
            return "order";
        }

        @Override
        public String sale(SaleReported sale) {
            return "sale";
        }

        @Override
        public String returned(SaleReturned returned) {
            return "return";
        }

        @Override
        public String invoice(InvoiceIssued invoice) {
            return "invoice";
        }

        @Override
        public String credit(CreditIssued credit) {
            return "credit";
        }

        @Override
        public String attribution(OrderReattributed attribution) {
            return "attribution";
        }

        @Override
        public String erasure(ConsumerErased erasure) {
            return "erasure";
        }

        @Override
        public String day(DayBegun day) {
            return "day";
        }

        @Override
        public String period(PeriodEnded period) {
            return "period";
        }
    };

    static final Fact.Cases<String> OF = new Fact.Cases<>() {
        @Override
        public String terms(TermsAgreed terms) {
            return of(terms.terms());
        }

        @Override
        public String touch(TouchMade touch) {
            return write(new Met(touch.how()));
        }

        @Override
        public String order(OrderPlaced order) {
            return "";
        }

        @Override
        public String sale(SaleReported sale) {
            return write(sale.goods());
        }

        @Override
        public String returned(SaleReturned returned) {
            return write(returned.goods());
        }

        @Override
        public String invoice(InvoiceIssued invoice) {
            return write(invoice.goods());
        }

        @Override
        public String credit(CreditIssued credit) {
            return write(new Credited(credit.invoiceNumber(), credit.goods()));
        }

        @Override
        public String attribution(OrderReattributed attribution) {
            return write(new Reattributed(attribution.shares(), attribution.operator(), attribution.reason()));
        }

        @Override
        public String erasure(ConsumerErased erasure) {
            return "";
        }

        @Override
        public String day(DayBegun day) {
            return "";
        }

        @Override
        public String period(PeriodEnded period) {
            return write(new Ended(period.currency(), period.from()));
        }
    };

    static String of(Terms terms) {
        return write(terms);
    }

    static Terms terms(String content) {
        return read(content, Terms.class);
    }

    /** @throws IllegalArgumentException if the columns make no fact */
    static Fact fact(FactColumns row) {
        var day = LocalDate.parse(row.day());
        var consumer = Optional.ofNullable(row.consumer()).map(UUID::fromString);
        var document = UUID.fromString(row.document());
        return switch (row.kind()) {
            case "terms" -> new TermsAgreed(row.partner(), terms(row.content()), document);
            case "touch" ->
                new TouchMade(
                        row.partner(),
                        row.number(),
                        consumer.orElseThrow(() -> new IllegalArgumentException("a touch without consumer")),
                        read(row.content(), Met.class).how(),
                        day,
                        document);
            case "order" -> new OrderPlaced(row.partner(), row.number(), consumer, day, document);
            case "sale" ->
                new SaleReported(row.partner(), row.number(), day, read(row.content(), Goods.class), document);
            case "return" ->
                new SaleReturned(row.partner(), row.number(), day, read(row.content(), Goods.class), document);
            case "invoice" ->
                new InvoiceIssued(
                        row.partner(),
                        row.number(),
                        row.orderNumber(),
                        day,
                        read(row.content(), Goods.class),
                        document);
            case "credit" -> credit(row, day, document);
            case "attribution" -> attribution(row, day, document);
            case "erasure" ->
                new ConsumerErased(
                        row.partner(),
                        consumer.orElseThrow(() -> new IllegalArgumentException("an erasure without consumer")),
                        day,
                        document);
            case "day" -> new DayBegun(row.partner(), day, document);
            case "period" -> {
                var ended = read(row.content(), Ended.class);
                yield new PeriodEnded(row.partner(), ended.currency(), ended.from(), day, document);
            }
            default -> throw new IllegalArgumentException("no kind of fact is called " + row.kind());
        };
    }

    private static CreditIssued credit(FactColumns row, LocalDate day, UUID document) {
        var credited = read(row.content(), Credited.class);
        return new CreditIssued(
                row.partner(), row.number(), row.orderNumber(), credited.invoice(), day, credited.goods(), document);
    }

    private static OrderReattributed attribution(FactColumns row, LocalDate day, UUID document) {
        var content = read(row.content(), Reattributed.class);
        return new OrderReattributed(
                row.partner(),
                row.number(),
                row.orderNumber(),
                day,
                content.shares(),
                content.operator(),
                content.reason(),
                document);
    }

    private static String write(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException recordsCanBeWritten) {
            throw new IllegalStateException(recordsCanBeWritten);
        }
    }

    private static <T> T read(String content, Class<T> type) {
        try {
            return JSON.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the content is not what such a fact has: " + e.getOriginalMessage(), e);
        }
    }
}
