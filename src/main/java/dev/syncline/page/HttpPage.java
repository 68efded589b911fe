package dev.syncline.page;

import dev.syncline.json.Element;
import dev.syncline.json.JsonAnswer;
import dev.syncline.page.HttpCursor.Part;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.paging.InvalidPaging;
import dev.syncline.page.paging.PageSeen;
import dev.syncline.page.paging.Paging;
import dev.syncline.page.paging.PagingWay;
import dev.syncline.system.PageMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a page of an HTTP system by its cursor, or a part of one that is too large. A part is read by the same call again,
 * from behind the last record that was taken; when another record is there by then, the page is read from its beginning.
 */
final class HttpPage implements HttpRead {
    private static final int MOST_EMPTY = 500;
    private static final int MOST_ANEW = 3;

    /** Characters that the page may hold, but for one record; what is beyond is read by another call. */
    private final long room = PageMemory.own().page();

    private final ReadRequest request;
    private final String what;
    private final String totalField;
    private final Paging paging;
    private final String nextField;
    private HttpCursor from;

    private HttpRows maker;
    private List<Row> rows;
    private int index;
    private String lastKey;
    private String lastValue;
    private boolean hasMoved;
    private boolean isOther;
    private boolean isFull;
    private long size;
    private long hash;
    private Page page;
    /** Read, and not given yet: the system said that it had more, and is asked once more how many it has. */
    private Page last;

    /** @param what which route reads which system, as messages begin */
    HttpPage(ReadRequest request, String what, Paging paging) {
        this.request = request;
        this.what = what;
        this.paging = paging;
        this.nextField = paging.words().get("next");
        this.totalField = paging.words().get("total");
        this.from = HttpCursor.parse(request.cursor());
    }

    @Override
    public ReadRequest request() {
        return request;
    }

    @Override
    public String cursor() {
        return paging.sent(place());
    }

    /** The address that the last answer gave for the next call; null if the call is made of parameters. */
    String link() {
        return paging.isLink() ? place() : null;
    }

    Paging paging() {
        return paging;
    }

    private String place() {
        return last == null ? from.next() : null;
    }

    @Override
    public void begin(HttpRows rowMaker) {
        if (last != null) {
            return;
        }
        maker = rowMaker;
        rows = new ArrayList<>();
        index = 0;
        lastKey = null;
        lastValue = null;
        hasMoved = false;
        isOther = false;
        isFull = false;
        size = 0;
        hash = 0;
    }

    @Override
    public boolean take(Element record) {
        if (last != null) {
            return true;
        }
        String key = maker.key(record);
        if (index == 0 && skipped() == 0 && paging.overlaps(from.next())) {
            index++;
            hasMoved = !paging.goesOn(from.next(), HttpCursor.number(key));
            return !hasMoved;
        }
        if (index < skipped()) {
            index++;
            lastKey = key;
            lastValue = lastValue(record);
            isOther =
                    index == skipped() && HttpCursor.number(key) != from.part().last();
            return !isOther;
        }
        if (!rows.isEmpty() && size + record.length() > room) {
            isFull = true;
            return false;
        }
        index++;
        lastKey = key;
        lastValue = lastValue(record);
        size += record.length();
        int content = record.value() == null ? 7 : record.value().hashCode();
        hash = 31 * hash + HttpCursor.number(key) * 1_000_003 + content;
        rows.add(maker.row(record, key));
        return true;
    }

    @Override
    public void end(JsonAnswer answer, String next) {
        if (last != null) {
            requireAll(from.plus(rows.size()), total(answer));
            page = last;
            return;
        }
        if (isOther || index < skipped()) {
            anew();
            return;
        }
        if (hasMoved || paging.overlaps(from.next()) && index == 0 || isLessThanBefore(answer)) {
            from = HttpCursor.at(paging(() -> paging.restart(from.next())));
            return;
        }
        long total = total(answer);
        Long expected = from.isFirst() && total >= 0 ? total : null;
        String after = null;
        if (isFull) {
            int again = from.part() == null ? 0 : from.part().again();
            Part part = new Part(index, HttpCursor.number(lastKey), again);
            after = from.within(part, rows.size(), total).toString();
            page = new Page(rows, after, expected, null, Set.of(), Unit.TIME);
            return;
        }
        PageSeen seen = seen(answer, next);
        String onward = paging(() -> paging.after(from.next(), seen));
        if (onward != null) {
            after = behind(onward, total).toString();
        } else if (isLess(from.plus(rows.size()), total) && !from.isFirst()) {
            last = new Page(rows, null, expected, null, Set.of(), Unit.TIME);
            return;
        } else {
            requireAll(from.plus(rows.size()), total);
            paging(() -> {
                paging.requireEnd(from.next(), seen);
                return null;
            });
        }
        page = new Page(rows, after, expected, null, Set.of(), Unit.TIME);
    }

    @Override
    public Page page() {
        return page;
    }

    private String lastValue(Element record) {
        return paging.way() == PagingWay.KEYSET ? maker.text(record, paging.keyset()) : null;
    }

    private PageSeen seen(JsonAnswer answer, String next) {
        int overlap = paging.overlaps(from.next()) ? 1 : 0;
        long before = from.read() < 0 ? from.read() : from.read() - Math.max(0, skipped() - overlap);
        return new PageSeen(
                answer, next, index - overlap, request.limit(), HttpCursor.number(lastKey), lastValue, before);
    }

    /** Rows were deleted since the page before, so that others moved to pages that were read. */
    private boolean isLessThanBefore(JsonAnswer answer) {
        long now = said(answer);
        return paging.way() == PagingWay.PAGE && from.next() != null && now >= 0 && now < from.total();
    }

    private <T> T paging(Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidPaging e) {
            throw new InvalidSource(what + " " + e.getMessage(), e);
        }
    }

    private int skipped() {
        return from.part() == null ? 0 : from.part().taken();
    }

    private void anew() {
        Part part = from.part();
        if (part.again() == MOST_ANEW) {
            throw new InvalidSource(what + " gives other records each time it is asked for the same page, which is too"
                    + " large to be taken at once. Make the route's pageSize smaller");
        }
        from = from.within(new Part(0, 0, part.again() + 1), -part.taken(), from.total());
    }

    private HttpCursor behind(String next, long total) {
        if (from.isCircle(rows.isEmpty() ? 0 : hash, next)) {
            throw new InvalidSource(what + " turns in a circle: behind " + from.plus(rows.size())
                    + " records it gives a page, or a cursor, that it gave before ('"
                    + (next.length() <= 100 ? next : next.substring(0, 99) + "…")
                    + "'). Compare the parameters 'cursor' (where its calls name the page) and 'next' (" + nextField
                    + ", where its answers do) of its http-read with what it wants");
        }
        HttpCursor behind = from.behind(next, hash, rows.size(), total);
        if (behind.empty() > MOST_EMPTY) {
            throw new InvalidSource(what + " gives one page without records after the other, " + behind.empty()
                    + " by now, and each names a next one. Compare the parameter 'next' of its http-read with what its"
                    + " answers say behind the last page");
        }
        return behind;
    }

    private void requireAll(long read, long total) {
        if (isLess(read, total)) {
            throw new InvalidSource(what + " says that it has " + total + " records (" + totalField + "), and gave "
                    + read
                    + ": what is behind them is not read. Name the field of its answers that holds the cursor of the next"
                    + " page in the parameter 'next' of its http-read (it is '" + nextField
                    + "' now); or, where " + totalField + " counts others, too, leave the parameter 'total' empty");
        }
    }

    private static boolean isLess(long read, long total) {
        return read >= 0 && total > read;
    }

    /**
     * The least that the answers said so far, as records come and go while pages are read; less than 0 where none said it.
     */
    private long total(JsonAnswer answer) {
        long total = said(answer);
        return total < 0 ? from.total() : from.total() < 0 ? total : Math.min(total, from.total());
    }

    private long said(JsonAnswer answer) {
        Object said = totalField.isEmpty() ? null : answer.field(totalField);
        String digits = said instanceof String || said instanceof Number
                ? Keys.ofNumber(said.toString().strip())
                : "";
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }
}
