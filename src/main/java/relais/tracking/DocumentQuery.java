package relais.tracking;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The statement for one page of documents: only the conditions that the filter has, so that an index serves them. */
final class DocumentQuery {

    private static final Set<String> STATES =
            Set.of("accepted", "rejected", "parked", "duplicate", "due", "sent", "acknowledged");

    private static final String OVERDUE =
            "id in (select document from expected_acknowledgement where closed_at is null and due_at < now())";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    DocumentQuery(DocumentFilter filter) {
        equal("partner", filter.partner());
        equal("type", filter.type());
        equal("direction", filter.direction());
        if (!filter.state().isEmpty()) conditions.add(state(filter.state()));
        if (!filter.reference().isEmpty()) reference(filter.reference().toUpperCase(Locale.ROOT));
        filter.before().ifPresent(this::before);
    }

    String sql() {
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select * from document" + where + " order by created_at desc, id desc limit :rows";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void equal(String column, String value) {
        if (value.isEmpty()) return;
        conditions.add(column + " = :" + column);
        parameters.put(column, value);
    }

    /** Written out rather than bound: a partial index is used only where the planner sees the value. */
    private static String state(String state) {
        if (state.equals("overdue")) return OVERDUE;
        return STATES.contains(state) ? "state = '" + state + "'" : "false";
    }

    private void reference(String beginning) {
        conditions.add("""
                (   (number <> '' and upper(number) collate "C" >= :first and upper(number) collate "C" < :last)
                 or (order_number <> '' and upper(order_number) collate "C" >= :first
                                        and upper(order_number) collate "C" < :last))""");
        parameters.put("first", beginning);
        parameters.put("last", beginning + Character.toString(Character.MAX_CODE_POINT));
    }

    private void before(DocumentCursor cursor) {
        conditions.add("(created_at, id) < (:createdAt, :id)");
        parameters.put("createdAt", cursor.createdAt().atOffset(ZoneOffset.UTC));
        parameters.put("id", cursor.id());
    }
}
