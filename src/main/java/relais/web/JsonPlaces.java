package relais.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import relais.web.RawText.Bounds;

/** Where the values of a JSON text stand, by JSON pointer. */
record JsonPlaces(Map<String, Bounds> places) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads as far as the text is JSON. */
    static JsonPlaces of(byte[] bytes) {
        var places = new HashMap<String, Bounds>();
        try (var parser = JSON.createParser(bytes)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token.isStructEnd()) continue;
                var pointer = parser.getParsingContext().pathAsPointer().toString();
                var from = (int) parser.currentTokenLocation().getByteOffset();
                if (token.isScalarValue()) parser.getText();
                var to = (int) parser.currentLocation().getByteOffset();
                places.putIfAbsent(pointer, new Bounds(from, to));
            }
        } catch (IOException notJsonFromHere) {
            return new JsonPlaces(places);
        }
        return new JsonPlaces(places);
    }

    /** The place of a value, or of the nearest one around it when it is missing. */
    Optional<Bounds> find(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/')))
            if (places.containsKey(at)) return Optional.of(places.get(at));
        return Optional.ofNullable(places.get(""));
    }
}
