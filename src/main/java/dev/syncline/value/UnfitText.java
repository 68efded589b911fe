package dev.syncline.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** Thrown when a database cannot hold a text; the message has the position. */
public final class UnfitText extends IllegalArgumentException {
    UnfitText(String what, int place) {
        super("it has " + what + " at place " + (place + 1));
    }
}
