package relais;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void isMigratedAndSharesNothingWithAnother() {
        try (var one = Database.fresh();
                var other = Database.fresh()) {
            one.jdbc()
                    .sql("insert into control_number (partner, kind, last) values ('acme', 'set', 1)")
                    .update();

            assertThat(count(one)).isEqualTo(1);
            assertThat(count(other)).isZero();
        }
    }

    private static long count(Database database) {
        return database.jdbc()
                .sql("select count(*) from control_number")
                .query(Long.class)
                .single();
    }
}
