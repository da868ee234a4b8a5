package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A purchase: by a partner for its own stock, by a partner for a consumer (drop-ship), or by a consumer in the brand's
 * own shop.
 *
 * @param shipNotBefore the first day on which it may be shipped
 * @param cancelAfter the day after which the order counts no more
 * @param consumer who the goods are for, when they are for a person
 * @param shipTo where the goods go, when that is a place of the partner
 * @param billTo who pays, when that is not the buyer
 * @param consumerOrderNumber the number the consumer knows the order by, or empty
 * @param promotionCode the coupon or campaign that it was placed under, or empty
 * @param referralCode who is to be credited with having brought the consumer, or empty
 * @param shippingService how it is to be sent: a carrier's service, or empty
 * @param giftMessage what is to be printed for the one who gets it, or empty
 */
public record Order(
        String number,
        String partner,
        LocalDate issuedOn,
        Currency currency,
        Optional<LocalDate> requestedOn,
        Optional<LocalDate> shipNotBefore,
        Optional<LocalDate> cancelAfter,
        Party buyer,
        Party seller,
        Optional<Party> shipTo,
        Optional<Party> billTo,
        Optional<Consumer> consumer,
        String consumerOrderNumber,
        String promotionCode,
        String referralCode,
        String shippingService,
        String giftMessage,
        String note,
        Optional<PaymentTerms> paymentTerms,
        List<Reference> references,
        List<Charge> charges,
        List<Attachment> attachments,
        List<Line> lines,
        List<Carried> carried)
        implements Document {

    public Order {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        charges = List.copyOf(charges);
        attachments = List.copyOf(attachments);
        lines = List.copyOf(lines);
    }

    /**
     * @param unitPrice net of tax, for one unit of the quantity, or for {@code priceBasis} of them; not everybody orders with a price
     * @param requestedOn where it differs from the order's
     */
    public record Line(
            int lineNumber,
            Item item,
            Quantity quantity,
            Optional<BigDecimal> unitPrice,
            Optional<BigDecimal> priceBasis,
            Optional<LocalDate> requestedOn,
            String note,
            List<Charge> charges) {
        public Line {
            charges = List.copyOf(charges);
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public String orderNumber() {
        return number;
    }
}
