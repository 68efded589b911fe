package dev.syncline.reconcile;

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
