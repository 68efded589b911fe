package dev.syncline.value;

/** The kinds of values in columns, each with the Java type in which they are compared. */
public enum ColumnKind {
    /** String */
    TEXT("a text"),
    /** String; padded with insignificant blanks */
    PADDED("a text"),
    /** BigDecimal without fraction */
    INTEGER("a whole number"),
    /** BigDecimal; Double for infinity and NaN */
    DECIMAL("a number"),
    /** Float, Double */
    SINGLE("a number"),
    DOUBLE("a number"),
    BOOLEAN("true or false"),
    /** BigDecimal: the bits as a number */
    BITS("bits: a number, or a text of 0 and 1"),
    /** LocalDate, LocalTime */
    DATE("a date"),
    TIME("a time of day"),
    /** Duration; may be negative */
    SPAN("a time, as in 25:10:00"),
    /** LocalDateTime */
    LOCAL("a date and time"),
    /** Instant */
    MOMENT("a date and time"),
    /** String, in lower case */
    UUID("a UUID"),
    /** JsonNode */
    JSON("JSON"),
    /** byte[] */
    BINARY("binary data in Base64"),
    /** Long; set by the database */
    ROW_VERSION("a row version"),
    /** String, in the database's own spelling */
    OTHER("a text");

    final String words;

    ColumnKind(String words) {
        this.words = words;
    }
}
