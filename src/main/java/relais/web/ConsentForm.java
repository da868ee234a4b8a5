package relais.web;

import java.util.List;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import relais.consumer.Field;
import relais.web.ConsentNotes.Asked;

/**
 * The form in which an operator notes what a consumer agreed to or withdrew, as typed, and what is wrong with it.
 *
 * @param given {@code true}, {@code false}, or empty where nothing was chosen
 */
record ConsentForm(String purpose, List<String> fields, String given, String source, List<Fault> faults) {

    ConsentForm {
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
    }

    static ConsentForm blank() {
        return new ConsentForm("", List.of(), "", "", List.of());
    }

    /** @param typed as the browser sends it; {@code fields} once for each field that was ticked */
    static ConsentForm of(MultiValueMap<String, String> typed) {
        return new ConsentForm(
                first(typed, "purpose"),
                typed.getOrDefault("fields", List.of()),
                first(typed, "given"),
                first(typed, "source"),
                List.of());
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }

    ConsentForm with(List<Fault> faults) {
        return new ConsentForm(purpose, fields, given, source, faults);
    }

    Asked asked() {
        return new Asked(purpose, fields, given, new KeptText(source));
    }

    /** What is wrong with a field, sentence by sentence. */
    public List<String> faults(String field) {
        return Fault.at(field, faults);
    }

    /** Whether a purpose or a field was chosen, by its name. */
    public boolean has(String name) {
        return purpose.equals(name) || fields.contains(name);
    }

    /** The names of the purposes to choose from. */
    public List<String> purposes() {
        return ConsentNotes.PURPOSES.stream().map(Wording::name).toList();
    }

    /** The names of the fields to choose from. */
    public List<String> fieldNames() {
        return List.of(Field.values()).stream().map(Wording::name).toList();
    }
}
