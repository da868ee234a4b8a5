package relais.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import relais.document.Charge;
import relais.document.CreditNote;
import relais.document.Document;
import relais.document.Invoice;
import relais.document.Order;
import relais.document.SalesReport;
import relais.document.Tax;
import relais.ledger.Fact;
import relais.ledger.Goods;
import relais.ledger.Touch;
import relais.partner.Partner;
import relais.partner.Partners;

/** What a document tells the ledger. Pure. */
final class TradeFacts {

    /** UNTDID 7161, a charge for freight. */
    private static final String FREIGHT = "FC";

    private final Partners partners;

    TradeFacts(Partners partners) {
        this.partners = partners;
    }

    /** @param id of the document in the register */
    List<Fact> of(Document document, UUID id, Optional<UUID> consumer) {
        if (document instanceof Order order) return ofOrder(order, id, consumer);
        if (document instanceof SalesReport report) return ofReport(report, id);
        if (document.orderNumber().isEmpty()) return List.of();
        if (document instanceof Invoice invoice)
            return List.of(new Fact.InvoiceIssued(
                    invoice.partner(),
                    invoice.number(),
                    invoice.orderNumber(),
                    invoice.issuedOn(),
                    goods(invoice.currency(), invoice.lines(), invoice.charges(), invoice.taxes(), invoice.netAmount()),
                    id));
        if (document instanceof CreditNote credit)
            return List.of(new Fact.CreditIssued(
                    credit.partner(),
                    credit.number(),
                    credit.orderNumber(),
                    credit.invoiceNumber(),
                    credit.issuedOn(),
                    goods(credit.currency(), credit.lines(), credit.charges(), credit.taxes(), credit.netAmount()),
                    id));
        return List.of();
    }

    /** A coupon or referral code on an order is a touch of the partner whose code it is. */
    private List<Fact> ofOrder(Order order, UUID id, Optional<UUID> consumer) {
        var facts = new ArrayList<Fact>();
        consumer.ifPresent(person -> {
            touch(order, order.promotionCode(), Touch.Kind.COUPON, person, id).ifPresent(facts::add);
            touch(order, order.referralCode(), Touch.Kind.CLICK, person, id).ifPresent(facts::add);
        });
        facts.add(new Fact.OrderPlaced(order.partner(), order.number(), consumer, order.issuedOn(), id));
        return facts;
    }

    private Optional<Fact> touch(Order order, String code, Touch.Kind how, UUID person, UUID id) {
        return partners.all().stream()
                .filter(partner -> !code.isEmpty() && hasCode(partner, code))
                .findFirst()
                .map(partner -> new Fact.TouchMade(
                        partner.id(),
                        code + " on order " + order.number() + " of " + order.partner(),
                        person,
                        how,
                        order.issuedOn(),
                        id));
    }

    private static boolean hasCode(Partner partner, String code) {
        return partner.terms().stream()
                .flatMap(terms -> terms.attribution().codes().stream())
                .anyMatch(code::equalsIgnoreCase);
    }

    /** What was sold, and what came back beyond that: either, both, or nothing. */
    private static List<Fact> ofReport(SalesReport report, UUID id) {
        var sales = NetSales.of(report);
        var facts = new ArrayList<Fact>();
        if (!sales.sold().isEmpty())
            facts.add(new Fact.SaleReported(
                    report.partner(), report.number(), report.periodTo(), goods(report, sales.sold()), id));
        if (!sales.returned().isEmpty())
            facts.add(new Fact.SaleReturned(
                    report.partner(), report.number(), report.periodTo(), goods(report, sales.returned()), id));
        return facts;
    }

    private static Goods goods(SalesReport report, List<Goods.Line> lines) {
        return new Goods(report.currency(), lines, 0);
    }

    /**
     * The lines as they share the document's own allowances and charges: freight apart, the rest by net amount, so that the
     * lines and the freight sum to the document's net amount.
     */
    private static Goods goods(
            Currency currency, List<Invoice.Line> lines, List<Charge> charges, List<Tax> taxes, BigDecimal netAmount) {
        var freight = charges.stream()
                .filter(charge -> charge.kind() == Charge.Kind.CHARGE
                        && charge.reasonCode().equals(FREIGHT))
                .map(Charge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var ofLines = lines.stream().map(Invoice.Line::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var left = netAmount.subtract(freight);
        var discount = discount(charges.stream());
        var goods = new ArrayList<Goods.Line>();
        var before = BigDecimal.ZERO;
        for (var line : lines) {
            var upTo = before.add(line.netAmount());
            goods.add(line(
                    line,
                    currency,
                    shared(left, before, upTo, ofLines),
                    shared(discount, before, upTo, ofLines),
                    taxes));
            before = upTo;
        }
        if (goods.isEmpty() && left.signum() > 0)
            goods.add(new Goods.Line(1, "", "", "", BigDecimal.ONE, minor(left, currency), 0, 0));
        return new Goods(currency, goods, minor(freight, currency));
    }

    /** A line's part of an amount: what belongs to the lines up to it, less what belongs to those before it. */
    private static BigDecimal shared(BigDecimal amount, BigDecimal before, BigDecimal upTo, BigDecimal all) {
        if (all.signum() == 0) return BigDecimal.ZERO;
        return portion(amount, upTo, all).subtract(portion(amount, before, all));
    }

    private static BigDecimal portion(BigDecimal amount, BigDecimal part, BigDecimal all) {
        return amount.multiply(part).divide(all, amount.scale(), RoundingMode.HALF_UP);
    }

    private static Goods.Line line(
            Invoice.Line line, Currency currency, BigDecimal net, BigDecimal discount, List<Tax> taxes) {
        var rate = line.taxRatePercent()
                .or(() -> taxes.size() == 1 ? Optional.of(taxes.get(0).ratePercent()) : Optional.<BigDecimal>empty());
        return new Goods.Line(
                line.lineNumber(),
                line.item().gtin(),
                line.item().sellerCode(),
                category(line.item()),
                line.quantity().value(),
                minor(net, currency),
                minor(net.multiply(rate.orElse(BigDecimal.ZERO)).movePointLeft(2), currency),
                minor(discount.add(discount(line.charges().stream())), currency));
    }

    private static BigDecimal discount(Stream<Charge> charges) {
        return charges.filter(charge -> charge.kind() == Charge.Kind.ALLOWANCE)
                .map(Charge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String category(relais.document.Item item) {
        return item.attributes().stream()
                .filter(attribute -> attribute.name().equalsIgnoreCase("category"))
                .findFirst()
                .map(relais.document.Item.Attribute::value)
                .orElse("");
    }

    static long minor(BigDecimal amount, Currency currency) {
        return amount.movePointRight(currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
