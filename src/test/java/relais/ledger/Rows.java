package relais.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns and rows of any table, and how to change what stands in them. */
final class Rows {

    private Rows() {}

    record Column(String name, String type) {

        /** An assignment after which the column holds something else. */
        String flipped() {
            return name + " = "
                    + switch (type) {
                        case "smallint", "integer", "bigint" -> "coalesce(" + name + ", 0) + 1003";
                        case "text" -> "coalesce(" + name + ", '') || 'x'";
                        case "date" -> "coalesce(" + name + ", '2020-01-01') + 1";
                        case "timestamp with time zone" ->
                            "coalesce(" + name + ", '2020-01-01') + interval '1 microsecond'";
                        case "daterange" -> name + " * daterange('2020-01-01', '2030-01-01')";
                        case "int8range" -> name + " * int8range(0, 1000000)";
                        case "uuid" -> "'00000000-0000-4000-8000-00000000abcd'";
                        case "bytea" -> "set_byte(" + name + ", 0, get_byte(" + name + ", 0) # 1)";
                        case "_text" -> "coalesce(" + name + ", '{}') || '{x}'";
                        case "_int4" -> "coalesce(" + name + ", '{}') || '{1}'";
                        default ->
                            throw new IllegalStateException("no way yet to change a " + type + ", as " + name + " is");
                    };
        }
    }

    static List<Column> columns(JdbcClient jdbc, String table) {
        return jdbc.sql("""
                        select column_name, case data_type when 'ARRAY' then udt_name else data_type end
                        from information_schema.columns
                        where table_schema = 'public' and table_name = :table order by ordinal_position""")
                .param("table", table)
                .query((row, n) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    /** @param condition on {@code n}, which counts rows from 1 in the order of their first two columns, and their {@code count} */
    static List<Map<String, Object>> of(JdbcClient jdbc, String table, String where, String condition) {
        return new ArrayList<>(jdbc.sql("select * from (select ctid::text, t.*, row_number() over (order by "
                        + key(jdbc, table) + ") row_n, count(*) over () count from " + table + " t" + where
                        + ") numbered where " + condition + " order by row_n")
                .query()
                .listOfRows());
    }

    private static String key(JdbcClient jdbc, String table) {
        return jdbc.sql("""
                        select coalesce(string_agg(attname, ', ' order by array_position(indkey::int[], attnum::int)), 'ctid')
                        from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
                        where indrelid = cast(:table as regclass) and indisprimary""").param("table", table).query(String.class).single();
    }

    /** Puts the values of a row where a text names its columns in braces. */
    static String fill(String text, Map<String, Object> row) {
        var values = new LinkedHashMap<>(row);
        return Pattern.compile("\\{(\\w+)}")
                .matcher(text)
                .replaceAll(found -> String.valueOf(values.get(found.group(1))));
    }
}
