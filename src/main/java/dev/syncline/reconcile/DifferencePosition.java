package dev.syncline.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.json.Escaped;
import dev.syncline.secret.MaskedJson;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A place in the order of a reconciliation's differences. */
record DifferencePosition(String kind, String key) {
    static final DifferencePosition FIRST = new DifferencePosition("", "");

    static DifferencePosition of(Difference difference) {
        return new DifferencePosition(difference.kind().name(), difference.key());
    }

    static DifferencePosition parse(String text) {
        int dot = text.indexOf('.');
        return new DifferencePosition(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return kind + "." + key;
    }
}
