package dev.syncline.judge;

import dev.syncline.json.Escaped;
import dev.syncline.page.Row;
import dev.syncline.record.Edit;
import dev.syncline.record.Known;
import dev.syncline.record.Waits;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A row on its way to a verdict. */
final class Draft {
    private static final int SHOWN_OF_KEY = 400;

    final Row row;
    final Content content;
    final Edit edit;
    /** What its source has: the row, unless somebody edited it. */
    final Row source;
    /** Why an edit may not go; null where it may. */
    final String editProblem;

    private final List<String> edited;
    private byte[] fieldHashes;
    String key;
    String problem;
    boolean isBlank;
    boolean isInStep;
    /** Whether nothing of the record is left unread. */
    boolean isWhole;

    Draft(Row row, Content content) {
        this.row = row;
        this.content = content;
        this.source = row;
        this.editProblem = null;
        this.edit = null;
        this.edited = List.of();
    }

    Draft(Edit edit, EditedContent content) {
        this.row = content.row();
        this.content = content.content();
        this.source = content.source();
        this.editProblem = content.problem();
        this.edit = edit;
        this.edited = content.changed();
    }

    /** The same record, read in whole. */
    Draft whole(Row read, Content readContent) {
        Draft whole = new Draft(read, readContent);
        whole.key = key;
        whole.isWhole = true;
        return whole;
    }

    Waits waits(Integer parentRoute, String parentKey, Long rule) {
        return new Waits(parentRoute, parentKey, rule, content.childHash() != null);
    }

    /**
     * A row whose key does not tell it apart gets one of its own in the status table, made from its fields and its
     * changed-at: equal rows come with one page, where a number tells them apart.
     *
     * @param shared keys that several rows of the page have
     * @param duplicates keys that several rows of the source have; null for none
     * @param made keys that were made for other rows of the page
     */
    void nameKey(Set<String> shared, Set<String> duplicates, Set<String> made) {
        isBlank = row.key() == null || row.key().isBlank();
        boolean isShared =
                !isBlank && (shared.contains(row.key()) || duplicates != null && duplicates.contains(row.key()));
        boolean isStorable = isBlank || Escaped.isStorable(row.key());
        boolean isLong = !isBlank && !KeyLength.fits(row.key());
        if (!isBlank && !isShared && !isLong && isStorable) {
            key = row.key();
            return;
        }
        if (isLong && !isShared) { // the same at every run, and another one than that of any other key
            key = Escaped.bounded(row.key(), SHOWN_OF_KEY) + " #" + Content.hash(row.key());
            problem = "The key has " + row.key().length() + " characters, which is more than a key may have ("
                    + KeyLength.MOST_BYTES
                    + " bytes). Shorten it at the source, or name another column in the route's key";
            return;
        }
        String base = (isBlank ? "(no key)" : Escaped.bounded(row.key(), SHOWN_OF_KEY)) + " #"
                + HexFormat.of()
                        .toHexDigits(content.hash().getMostSignificantBits() ^ Objects.hashCode(row.changedAt()));
        key = base;
        for (int n = 2; !made.add(key); n++) {
            key = base + "-" + n;
        }
        problem = isBlank
                ? row.mark() != null
                        ? row.mark().reason()
                        : "The row has no key. Fill in its key at the source, or leave such rows out of the route's query"
                : !isStorable
                        ? "Its key holds NUL or half a character, shown as an escape, so that it could not be asked for by it."
                                + " Correct it at the source"
                        : "Several rows of the source have the key '" + row.key()
                                + "', so none of them can be told from the others. Correct them at the source, or name a"
                                + " further column in the route's key";
    }

    /** Whether its key in the status table is the row's. */
    boolean hasItsOwnKey() {
        return key.equals(row.key());
    }

    /** What is known of it where it is in step, as far as that says it. */
    Known inStep() {
        return Known.inStep(content.hash(), content.childHash());
    }

    /** Of a row that is marked, the mark is part of it: the same content without it was never tried. */
    UUID attemptedHash() {
        UUID fields = content.hash();
        if (row.mark() != null) {
            int mark = row.mark().reason().hashCode();
            fields = new UUID(fields.getMostSignificantBits() ^ mark, fields.getLeastSignificantBits());
        }
        UUID children = content.childHash();
        return children == null
                ? fields
                : new UUID(
                        fields.getMostSignificantBits() ^ Long.rotateLeft(children.getMostSignificantBits(), 1),
                        fields.getLeastSignificantBits() ^ Long.rotateLeft(children.getLeastSignificantBits(), 1));
    }

    byte[] fieldHashes() {
        if (fieldHashes == null) {
            fieldHashes = content.fieldHashes();
        }
        return fieldHashes;
    }

    List<String> changedSince(Known known) {
        if (edit != null) {
            return edited;
        }
        if (row.change() != null) {
            return row.change().changed();
        }
        if (known == null || !known.isDelivered() || known.fieldHashes() == null) {
            return List.of();
        }
        byte[] before = known.fieldHashes();
        byte[] after = fieldHashes();
        boolean comparable = before.length == after.length;
        List<String> changed = new ArrayList<>();
        int n = 0;
        for (var field : row.fields().entrySet()) {
            if (Content.isChildren(field.getValue())) {
                if (!Objects.equals(content.childHash(), known.childHash())) {
                    changed.add(field.getKey());
                }
            } else {
                if (!comparable || before[n] != after[n] || before[n + 1] != after[n + 1]) {
                    changed.add(field.getKey());
                }
                n += 2;
            }
        }
        return changed;
    }
}
