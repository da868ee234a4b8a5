package relais.tracking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far a consumer's order is, in words for the consumer. It names no partner and no price between companies.
 *
 * @param brand under whose name the consumer follows it
 * @param number by which the consumer knows it
 * @param status see {@link Stage}
 * @param invoicedOn the day the brand charged it
 */
public record OrderStatus(
        String brand,
        String number,
        LocalDate orderedOn,
        Stage status,
        List<Line> lines,
        List<Shipment> shipments,
        Optional<LocalDate> invoicedOn) {

    public OrderStatus {
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
    }

    /** The stages of an order, in their order. */
    public enum Stage {
        RECEIVED,
        CONFIRMED,
        CANCELLED,
        PARTLY_SHIPPED,
        SHIPPED
    }

    /**
     * @param quantity ordered
     * @param promisedOn the day it will be shipped, once the brand has said so
     */
    public record Line(String article, String quantity, Optional<LocalDate> promisedOn) {}

    /** @param trackingNumber the carrier's, or empty */
    public record Shipment(
            LocalDate shippedOn, Optional<LocalDate> expectedOn, String carrier, String trackingNumber) {}
}
